import type { CDPSession } from "playwright-core";

/** What the main thread did, in milliseconds of its own processor time, so that a busy machine counts less. */
export interface Work {
  /** All tasks but those that serve the bench itself. */
  readonly allMs: number;
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
}

export const startCounting = async (channel: CDPSession): Promise<void> => {
  await channel.send("Performance.enable", { timeDomain: "threadTicks" });
};

export const countedWork = async (channel: CDPSession): Promise<Work> => {
  const { metrics } = await channel.send("Performance.getMetrics");
  const ms = (name: string): number => {
    const metric = metrics.find((each) => each.name === name);
    if (metric === undefined) throw new Error(`the browser does not count ${name}`);
    return metric.value * 1000;
  };
  return {
    allMs: ms("TaskDuration") - ms("DevToolsCommandDuration"),
    scriptMs: ms("ScriptDuration"),
    styleMs: ms("RecalcStyleDuration"),
    layoutMs: ms("LayoutDuration"),
  };
};

export const workBetween = (before: Work, after: Work): Work => ({
  allMs: after.allMs - before.allMs,
  scriptMs: after.scriptMs - before.scriptMs,
  styleMs: after.styleMs - before.styleMs,
  layoutMs: after.layoutMs - before.layoutMs,
});
