import { describe, expect, it } from "vitest";
import {
  gridTemplate,
  isShown,
  leastWidth,
  NARROWEST,
  NO_LAYOUT,
  readLayout,
  withOwnWidth,
  withShown,
  withWidth,
} from "./layout.ts";

const name = { id: "name", width: 200, grow: 2, isFixed: true };
const size = { id: "size", width: 80 };
const share = { id: "share", width: 80, from: 700 };

describe("isShown", () => {
  it("leaves a column out where the table is too narrow for it, unless a person asked for it", () => {
    expect(isShown(share, NO_LAYOUT, 900)).toBe(true);
    expect(isShown(share, NO_LAYOUT, 500)).toBe(false);
    expect(isShown(share, withShown(NO_LAYOUT, "share", true), 500)).toBe(true);
  });
  it("hides what a person hid, but never a fixed column", () => {
    expect(isShown(size, withShown(NO_LAYOUT, "size", false), 900)).toBe(false);
    expect(isShown(name, withShown(NO_LAYOUT, "name", false), 900)).toBe(true);
  });
});

describe("gridTemplate", () => {
  it("lets columns share what is left, and gives a dragged one its width", () => {
    expect(gridTemplate([name, size], NO_LAYOUT)).toBe("minmax(200px, 2fr) 80px");
    const dragged = withWidth(NO_LAYOUT, "name", 333.4);
    expect(gridTemplate([name, size], dragged)).toBe("333px 80px");
    expect(leastWidth([name, size], dragged)).toBe(413);
    expect(gridTemplate([name, size], withOwnWidth(dragged, "name"))).toBe("minmax(200px, 2fr) 80px");
  });
  it("drags no column out of sight", () => {
    expect(gridTemplate([size], withWidth(NO_LAYOUT, "size", -5))).toBe(`${NARROWEST}px`);
  });
});

describe("readLayout", () => {
  it("takes back what was kept, and anything else as nothing", () => {
    const layout = withShown(withWidth(NO_LAYOUT, "name", 90), "size", false);
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
    expect(readLayout("{")).toEqual(NO_LAYOUT);
    expect(readLayout('{"widths":{"a":"wide"}}')).toEqual(NO_LAYOUT);
    expect(readLayout(undefined)).toEqual(NO_LAYOUT);
  });
});
