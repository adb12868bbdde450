/**
 * How much a screen holds on this device, followed when it is turned and when its letters grow. A screen on which somebody has begun
 * (typed, ticked, pressed what leads further down on it) stays as it is, and so do those of a way to one answer and back: the next
 * one is the first that is made for the device as it is held now.
 */
import { useEffect, useRef, useState } from 'react'
import { useComfort } from '../../parts/comfort.ts'
import { useIsShared } from '../../parts/shared.ts'
import { type Capacity, capacity } from '../screens/capacity.ts'

/**
 * @param screen key of the one shown
 * @param isDetour one answer is being changed, which the screens gone to were cut for
 * @returns `ahead`: what the next screen will hold
 */
export function useCapacity(screen: string, isDetour: boolean): { capacity: Capacity; ahead: () => Capacity } {
  const { size } = useComfort()
  const isShared = useIsShared()
  const [made, setShape] = useState(shapeNow)
  const [madeFor, setMadeFor] = useState({ screen, isDetour })
  const isBegun = useRef(false)
  const isHeld = useRef(isDetour)
  isHeld.current = isDetour
  if (madeFor.screen !== screen) {
    isBegun.current = false
    setMadeFor({ screen, isDetour })
    if (!isDetour || !madeFor.isDetour) setShape(turned)
  }
  useEffect(() => {
    const begin = ({ target }: Event) => {
      if (target instanceof Element && target.closest(controls)) isBegun.current = true
    }
    // before what is pressed leads to another screen, on which nobody has begun
    const moments = ['focusin', 'input', 'change', 'click']
    for (const moment of moments) document.addEventListener(moment, begin, true)
    return () => {
      for (const moment of moments) document.removeEventListener(moment, begin, true)
    }
  }, [])
  useEffect(() => {
    const follow = () => {
      if (!isBegun.current && !isHeld.current) setShape(turned)
    }
    const queries = [narrow(), tall(), low()]
    for (const query of queries) query.addEventListener('change', follow)
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  const capacityOf = ({ shape, isLow }: Shape) =>
    // read standing, in large letters, a tablet that lies down holds what a phone does; larger letters leave the room to one question
    (isShared && isLow) || (shape === 'tall' && size !== 'normal') ? capacity.phone : capacity[shape]
  return { capacity: capacityOf(made), ahead: () => capacityOf(isDetour ? made : shapeNow()) }
}

/** Of the questions: what the head of the page offers, languages and letters, changes no answer. */
const controls = ['input', 'textarea', 'select', 'button', 'a'].map((one) => `.questions ${one}`).join()

/** The same while nothing changed: nothing is drawn anew. */
const turned = (before: Shape): Shape => {
  const now = shapeNow()
  return now.shape === before.shape && now.isLow === before.isLow ? before : now
}
type Shape = { shape: keyof typeof capacity; isLow: boolean }
const shapeNow = (): Shape => ({
  shape: !narrow().matches ? 'wide' : tall().matches ? 'tall' : 'phone',
  isLow: low().matches,
})
const narrow = () => matchMedia('(max-width: 40rem)')
/** Of the page: a tablet has the keyboard of the page, which takes nothing from it. */
const low = () => matchMedia('(max-height: 56rem)')
/** Of the device: a keyboard on the screen takes no question away. */
const tall = () => matchMedia('(min-device-height: 40rem)')
