/** The picture a choice was given: a pictogram of ours in the colours of the page, or one the staff brought. */
import { useEffect, useState } from 'react'
import type { Pictogram } from '../../../surveys/pictograms/drawings.ts'
import { isUploaded } from '../../../surveys/types/choices/choices.ts'
import { pictureAddress } from '../offline/pictures.ts'
import './choice-picture.css'

type Drawings = typeof import('../../../surveys/pictograms/drawings.ts').drawings
let loaded: Drawings | null = null

/** The words of the choice say it already: nothing is read aloud. */
export function ChoicePicture({ picture }: { picture: string }) {
  const isOurs = !isUploaded(picture)
  const [drawings, setDrawings] = useState(() => loaded)
  useEffect(() => {
    // without a network the words stand alone
    if (isOurs && loaded === null)
      import('../../../surveys/pictograms/drawings.ts')
        .then((module) => {
          loaded = module.drawings
          setDrawings(() => loaded)
        })
        .catch(() => {})
  }, [isOurs])
  return (
    <span className="choice-image">
      {isOurs ? (
        <svg className="choice-picture" viewBox="0 0 24 24" aria-hidden="true">
          <path d={drawings?.[picture as Pictogram] ?? ''} />
        </svg>
      ) : (
        <img src={pictureAddress(picture)} alt="" />
      )}
    </span>
  )
}
