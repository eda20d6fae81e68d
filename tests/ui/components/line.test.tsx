import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { Line, type LineInput } from "../../../src/ui/components/line/line";

interface Placed {
  readonly position: number;
  readonly input: LineInput;
}

const renderLine = (first: number | null = null, dir: "ltr" | "rtl" = "ltr") => {
  const placed: Placed[] = [];
  const Held = () => {
    const [position, setPosition] = useState(first);
    return (
      <div dir={dir}>
        <Line
          label="Amelia's mark"
          position={position}
          shape="child"
          name="Amelia"
          inWords={(at) => `place ${at}`}
          noMarkYet="no mark yet"
          howTo="Tap or drag."
          placedInMiddle="The mark is in the middle."
          onPlace={(at, input) => {
            placed.push({ position: at, input });
            setPosition(at);
          }}
          onClear={() => {
            setPosition(null);
          }}
        />
      </div>
    );
  };
  render(<Held />);
  const line = screen.getByRole("slider", { name: "Amelia's mark" });
  // jsdom lays nothing out: the line is 200 px long and starts 100 px from the left.
  vi.spyOn(line.firstElementChild as HTMLElement, "getBoundingClientRect").mockReturnValue(new DOMRect(100, 0, 200, 3));
  line.setPointerCapture = () => undefined;
  return { line, placed, user: userEvent.setup() };
};

describe("before a mark", () => {
  test("the line says that there is none, and has no value that could be read as nought", () => {
    const { line } = renderLine();
    expect(line).not.toHaveAttribute("aria-valuenow");
    expect(line).toHaveAttribute("aria-valuetext", "no mark yet");
    expect(line).toHaveAttribute("aria-valuemin", "0");
    expect(line).toHaveAttribute("aria-valuemax", "100");
    expect(screen.queryByText("Amelia")).not.toBeInTheDocument();
  });

  test.each(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageUp", "PageDown"])(
    "the first %s places the mark in the middle and says so",
    async (key) => {
      const { line, placed, user } = renderLine();
      line.focus();
      await user.keyboard(`{${key}}`);
      expect(placed).toEqual([{ position: 50, input: "key" }]);
      expect(screen.getByRole("status")).toHaveTextContent("The mark is in the middle.");
    },
  );

  test("Delete has nothing to take away", async () => {
    const { line, placed, user } = renderLine();
    line.focus();
    await user.keyboard("{Delete}");
    expect(placed).toEqual([]);
  });
});

describe.each(["ltr", "rtl"] as const)("HAZ-03 keys in a page that reads %s", (dir) => {
  test.each([
    ["ArrowRight", 61],
    ["ArrowUp", 61],
    ["ArrowLeft", 59],
    ["ArrowDown", 59],
    ["PageUp", 70],
    ["PageDown", 50],
    ["Home", 0],
    ["End", 100],
  ])("%s moves the mark to %i", async (key, position) => {
    const { line, placed, user } = renderLine(60, dir);
    line.focus();
    await user.keyboard(`{${key}}`);
    expect(placed).toEqual([{ position, input: "key" }]);
    expect(line).toHaveAttribute("aria-valuenow", String(position));
  });
});

test("the ends are ends: the mark goes no further", async () => {
  const { line, placed, user } = renderLine(100);
  line.focus();
  await user.keyboard("{ArrowRight}{PageUp}");
  expect(placed.map(({ position }) => position)).toEqual([100, 100]);
});

test("a mark at the left end is at nought, and is a mark", () => {
  const { line } = renderLine(0);
  expect(line).toHaveAttribute("aria-valuenow", "0");
  expect(line).toHaveAttribute("aria-valuetext", "place 0");
  expect(screen.getByText("Amelia")).toBeInTheDocument();
});

test("Delete takes the mark away", async () => {
  const { line, user } = renderLine(40);
  line.focus();
  await user.keyboard("{Delete}");
  expect(line).not.toHaveAttribute("aria-valuenow");
});

describe("with a finger", () => {
  const press = (line: HTMLElement, clientX: number) =>
    fireEvent.pointerDown(line, { clientX, pointerId: 1, button: 0 });

  test("a tap places the mark where the finger lifts", () => {
    const { line, placed } = renderLine();
    press(line, 236);
    expect(placed).toEqual([]);
    fireEvent.pointerUp(line, { clientX: 236, pointerId: 1 });
    expect(placed).toEqual([{ position: 68, input: "tap" }]);
  });

  test("a drag is kept as a drag and ends where it is let go", () => {
    const { line, placed } = renderLine(68);
    press(line, 236);
    fireEvent.pointerMove(line, { clientX: 180, pointerId: 1 });
    fireEvent.pointerUp(line, { clientX: 176, pointerId: 1 });
    expect(placed).toEqual([{ position: 38, input: "drag" }]);
  });

  test("a tap beyond an end is at the end", () => {
    const { line, placed } = renderLine();
    press(line, 90);
    fireEvent.pointerUp(line, { clientX: 90, pointerId: 1 });
    press(line, 320);
    fireEvent.pointerUp(line, { clientX: 320, pointerId: 1 });
    expect(placed.map(({ position }) => position)).toEqual([0, 100]);
  });

  test("a scroll that the browser takes over places nothing", () => {
    const { line, placed } = renderLine(20);
    press(line, 236);
    fireEvent.pointerCancel(line, { pointerId: 1 });
    fireEvent.pointerUp(line, { clientX: 236, pointerId: 1 });
    expect(placed).toEqual([]);
    expect(line).toHaveAttribute("aria-valuenow", "20");
  });

  test("a second finger changes nothing", () => {
    const { line, placed } = renderLine();
    press(line, 200);
    fireEvent.pointerDown(line, { clientX: 110, pointerId: 2, button: 0 });
    fireEvent.pointerUp(line, { clientX: 110, pointerId: 2 });
    expect(placed).toEqual([]);
    fireEvent.pointerUp(line, { clientX: 200, pointerId: 1 });
    expect(placed).toEqual([{ position: 50, input: "tap" }]);
  });
});

test("HAZ-03 the line reads left to right in a right-to-left page", () => {
  const { line } = renderLine(30, "rtl");
  expect(line.closest("[dir]")).toHaveAttribute("dir", "ltr");
});
