import { useCallback, useState } from "react";

/** The width of an element in pixels, measured before it is first painted and whenever it changes. */
export function useWidth(): { readonly width: number; readonly ref: (element: HTMLElement | null) => void } {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
