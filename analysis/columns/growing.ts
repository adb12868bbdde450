/** A typed array that grows by one number at a time: a column takes as many bytes as its numbers, before it is read as after. */

type Numbers = Uint8Array | Int8Array | Int16Array | Int32Array | Uint32Array | Float64Array

export type Growing<T extends Numbers> = {
  push(value: number): void
  /** Places never set are 0. */
  set(at: number, value: number): void
  /** Many at once, the first at `at`: after the last number when it is not said. */
  append(values: ArrayLike<number>, at?: number): void
  /** The first `length` numbers, or all of them: the same bytes, which later numbers do not change. */
  taken(length?: number): T
}

const first = 64

export function growing<T extends Numbers>(of: new (length: number) => T): Growing<T> {
  let numbers = new of(first)
  let length = 0
  function reach(wanted: number) {
    if (wanted <= numbers.length) return
    const longer = new of(Math.max(wanted, 2 * numbers.length))
    longer.set(numbers)
    numbers = longer
  }
  return {
    append(values, at = length) {
      reach(at + values.length)
      length = Math.max(length, at + values.length)
      numbers.set(values, at)
    },
    push(value) {
      if (length === numbers.length) reach(length + 1)
      numbers[length++] = value
    },
    set(at, value) {
      reach(at + 1)
      length = Math.max(length, at + 1)
      numbers[at] = value
    },
    taken(wanted = length) {
      reach(wanted)
      return numbers.subarray(0, wanted) as T
    },
  }
}
