/** One deed at a time: a double click creates one thing. */
const atWork = new WeakSet<object>()

/**
 * Does what is asked, unless the same place is still at work on what it was asked before.
 *
 * @param place what is pressed or sent: a button, a form
 */
export function once(place: object, work: () => unknown): void {
  if (atWork.has(place)) return
  const under = work()
  if (!(under instanceof Promise)) return
  atWork.add(place)
  void under.finally(() => atWork.delete(place))
}
