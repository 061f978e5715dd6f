import { text } from "node:stream/consumers";
import yauzl from "yauzl";

/** The text of the first file in a zip archive. */
export function readFirstMember(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError);
      zip.on("error", reject);
      zip.on("entry", (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (streamError, stream) => {
          if (streamError) return reject(streamError);
          text(stream).then(resolve, reject);
        });
      });
      zip.readEntry();
    });
  });
}
