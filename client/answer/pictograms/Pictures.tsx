/** Pictograms beside the answers: for who reads easy French, for the youngest, and on a tablet in a hall. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

type PicturesOf = typeof import('./pictures.ts').picturesOf
/** Remembered from one screen to the next. */
let loaded: PicturesOf | null = null
const Wanted = createContext<PicturesOf | null>(null)

/** The drawings are fetched by those who see them only. */
export function WithPictures({ isWanted, children }: { isWanted: boolean; children: ReactNode }) {
  const [picturesOf, setPicturesOf] = useState(() => loaded)
  useEffect(() => {
    // without a network the words stand alone
    if (isWanted)
      import('./pictures.ts')
        .then((module) => {
          loaded = module.picturesOf
          setPicturesOf(() => loaded)
        })
        .catch(() => {})
  }, [isWanted])
  return <Wanted value={isWanted ? picturesOf : null}>{children}</Wanted>
}

/** @returns what to draw before the words of an answer; null for none of the question */
export function usePictures(question: string, values: readonly string[]): ((value: string) => ReactNode) | null {
  const pictures = useContext(Wanted)?.(question, values)
  if (!pictures) return null
  return (value) => <Picture path={pictures.get(value) ?? ''} />
}

/** The words say it already: nothing is read aloud. */
const Picture = ({ path }: { path: string }) => (
  <svg className="choice-picture" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)
