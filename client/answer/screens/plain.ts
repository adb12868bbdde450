/** Answers as data alone: survey-core hangs methods on its arrays, which no store nor clone accepts. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))
