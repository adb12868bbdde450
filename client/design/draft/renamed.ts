/** Where something stands once an element has another code; what stands in that element goes with it. */
export const renamedPath = (path: string, from: string, to: string): string =>
  path === from || path.startsWith(`${from}.`) ? to + path.slice(from.length) : path

/** @returns the same things, each at its new path */
export const atRenamedPath = <One extends { path: string }>(all: readonly One[], from: string, to: string): One[] =>
  all.map((one) => ({ ...one, path: renamedPath(one.path, from, to) }))
