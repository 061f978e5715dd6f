// Ways out of the page: a file, the clipboard.

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function toBlob(dataUrl: string): Blob {
  const [head = "", data = ""] = dataUrl.split(",");
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: /data:([^;]+)/.exec(head)?.[1] ?? "image/png" });
}

/** Copies a PNG given as a data URL; saves it as a file where the browser lets no page copy images. Resolves to what it did. */
export async function copyPng(dataUrl: string, name: string): Promise<string> {
  const blob = toBlob(dataUrl);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return "The image is copied.";
  } catch {
    download(name, blob);
    return "This browser does not let a page copy images, so it was saved as a file.";
  }
}
