/** Where the pictures of answers are, and how a device holds them beside their questionnaire. */
import { elementsIn, listOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isUploaded, picturesIn } from '../../../surveys/types/choices/choices.ts'
import { dataOf } from './names.ts'

export const pictureAddress = (digest: string) => `/api/pictures/${digest}`

/** @param entrance first word of the names of its caches @throws TypeError when one cannot be fetched */
export async function holdPictures({ definition }: Pick<Questionnaire, 'definition'>, entrance: string): Promise<void> {
  const pictures = elementsIn(definition).flatMap(({ element }) =>
    picturesIn(listOf(element.choices)).filter(isUploaded),
  )
  if (pictures.length === 0 || !('caches' in globalThis)) return
  const cache = await caches.open(dataOf(entrance))
  for (const address of pictures.map(pictureAddress)) if (!(await cache.match(address))) await cache.add(address)
}
