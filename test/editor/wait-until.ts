/** Waits for `condition`; only for states that VS Code announces with no event. @throws after `limit` milliseconds */
export async function waitUntil(condition: () => boolean, limit = 10_000): Promise<void> {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not so within ${limit} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
