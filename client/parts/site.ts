/** The authority's name, contact and whether all is made up: asked once for all screens. */
import { useEffect, useState } from 'react'
import type { Site } from '../../api/wire.ts'
import { site } from '../api.ts'
import { wear } from './colour.ts'

let asked: Promise<Site> | undefined
let known: Site | null = null

/** @returns null until the api has answered; the screens do without */
export function useSite(): Site | null {
  const [here, setHere] = useState(known)
  useEffect(() => {
    asked ??= site()
    asked.then(
      (answer) => {
        known = answer
        wear(answer.colour)
        setHere(answer)
      },
      () => {
        asked = undefined
      },
    )
  }, [])
  return here
}
