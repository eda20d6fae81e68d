import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { positionAt } from "./line-moves";

const TAP_WITHIN_PX = 6;

/**
 * Tap and drag on the line. A mark is placed when the finger lifts; a scroll that the browser takes over places nothing.
 *
 * Shape  `preview` is where the mark would be while the pointer is down, else null.
 */
export const useLinePointer = (
  track: RefObject<HTMLElement | null>,
  onPlace: (position: number, input: "tap" | "drag") => void,
) => {
  const [preview, setPreview] = useState<number | null>(null);
  const down = useRef<{ readonly x: number; readonly pointerId: number; moved: boolean } | null>(null);

  const at = (event: PointerEvent): number | null => {
    const box = track.current?.getBoundingClientRect();
    return box === undefined || box.width === 0 ? null : positionAt(event.clientX, box);
  };
  const stop = (): void => {
    down.current = null;
    setPreview(null);
  };

  return {
    preview,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || down.current !== null) return;
        down.current = { x: event.clientX, pointerId: event.pointerId, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
        setPreview(at(event));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (down.current?.pointerId !== event.pointerId) return;
        if (Math.abs(event.clientX - down.current.x) > TAP_WITHIN_PX) down.current.moved = true;
        setPreview(at(event));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (down.current?.pointerId !== event.pointerId) return;
        const position = at(event);
        if (position !== null) onPlace(position, down.current.moved ? "drag" : "tap");
        stop();
      },
      onPointerCancel: stop,
    },
  };
};
