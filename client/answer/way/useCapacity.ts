/** How much a screen holds on this device, followed when it is turned and when its letters grow. */
import { useEffect, useState } from 'react'
import { useComfort } from '../../parts/comfort.ts'
import { useIsShared } from '../../parts/shared.ts'
import { type Capacity, capacity } from '../screens/capacity.ts'

export function useCapacity(): Capacity {
  const { size } = useComfort()
  const isShared = useIsShared()
  const [{ shape, isLow }, setShape] = useState(shapeNow)
  useEffect(() => {
    const follow = () => setShape(shapeNow())
    const queries = [narrow(), tall(), low()]
    for (const query of queries) query.addEventListener('change', follow)
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  // read standing, in large letters, a tablet that lies down holds what a phone does
  if (isShared && isLow) return capacity.phone
  // larger letters leave the room to one question
  return shape === 'tall' && size !== 'normal' ? capacity.phone : capacity[shape]
}

const shapeNow = (): { shape: keyof typeof capacity; isLow: boolean } => ({
  shape: !narrow().matches ? 'wide' : tall().matches ? 'tall' : 'phone',
  isLow: low().matches,
})
const narrow = () => matchMedia('(max-width: 40rem)')
/** Of the page: a tablet has the keyboard of the page, which takes nothing from it. */
const low = () => matchMedia('(max-height: 56rem)')
/** Of the device: a keyboard on the screen takes no question away. */
const tall = () => matchMedia('(min-device-height: 40rem)')
