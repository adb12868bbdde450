/** How much a screen holds on this device, followed when it is turned and when its letters grow. */
import { useEffect, useState } from 'react'
import { useComfort } from '../../parts/comfort.ts'
import { type Capacity, capacity } from '../screens/capacity.ts'

export function useCapacity(): Capacity {
  const { size } = useComfort()
  const [shape, setShape] = useState(shapeNow)
  useEffect(() => {
    const follow = () => setShape(shapeNow())
    const queries = [narrow(), tall()]
    for (const query of queries) query.addEventListener('change', follow)
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  // larger letters leave the room to one question
  return shape === 'tall' && size !== 'normal' ? capacity.phone : capacity[shape]
}

const shapeNow = (): keyof typeof capacity => (!narrow().matches ? 'wide' : tall().matches ? 'tall' : 'phone')
const narrow = () => matchMedia('(max-width: 40rem)')
/** Of the device: a keyboard on the screen takes no question away. */
const tall = () => matchMedia('(min-device-height: 40rem)')
