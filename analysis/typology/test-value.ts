/** How far the share of an answer in a class is from that of everybody, in standard deviations: French analysts' « valeur-test ». */

/**
 * @param inClass, inAll shares in [0, 1]
 * @param classSize, size people, or what their answers are worth
 * @param noise variance of the noise of a published count; 0 = none
 * @returns positive = the class gave the answer more often; 0 when everybody, or nobody gave it
 * @source Lebart, Morineau & Piron (1995) § 2.3: the class as a draw without replacement; Morineau (1984)
 * @example
 * testValue(0.6, 0.4, 100, 500) // → 4.56
 */
export function testValue(inClass: number, inAll: number, classSize: number, size: number, noise = 0): number {
  const sampling = ((inAll * (1 - inAll)) / classSize) * ((size - classSize) / (size - 1))
  const variance = sampling + (noise * (1 + inAll * inAll)) / (classSize * classSize)
  return variance > 0 ? (inClass - inAll) / Math.sqrt(variance) : 0
}
