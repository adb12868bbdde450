/** A canvas and its drawing; the words that say the same always stand beside it. */
import { useEffect, useRef } from 'react'
import type { Spec } from './charts/specs.ts'

type Props = { spec: Spec; label: string; height: number }

export function Chart({ spec, label, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let isHere = true
    let drawAgain = () => {}
    let chart: { destroy(): void } | null = null
    import('./charts/draw.ts').then(({ draw }) => {
      drawAgain = () => {
        if (!isHere) return
        chart?.destroy()
        chart = draw(element, spec)
        element.dataset.drawn = 'true'
      }
      drawAgain()
    })
    const print = () => drawAgain()
    // the colours of the page change: with the hour, by the comfort bar, and on paper
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const theme = new MutationObserver(print)
    theme.observe(document.documentElement, { attributeFilter: ['data-contrast', 'data-size', 'style'] })
    dark.addEventListener('change', print)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', print)
    return () => {
      isHere = false
      chart?.destroy()
      theme.disconnect()
      dark.removeEventListener('change', print)
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', print)
    }
  }, [spec])
  return (
    <div className="canvas" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
