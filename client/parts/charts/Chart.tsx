/** A canvas and its drawing; the words that say the same always stand beside it. */
import { useEffect, useRef } from 'react'
import type { Spec } from './specs.ts'

type Props = { spec: Spec; label: string; height: number }

export function Chart({ spec, label, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let isHere = true
    let drawAgain = (_isPrinted: boolean) => {}
    let chart: { destroy(): void } | null = null
    import('./draw.ts').then(({ draw }) => {
      drawAgain = (isPrinted) => {
        if (!isHere) return
        chart?.destroy()
        element.parentElement?.toggleAttribute('data-paper', isPrinted)
        chart = draw(element, spec, isPrinted)
        element.dataset.drawn = 'true'
      }
      drawAgain(false)
    })
    const show = () => drawAgain(false)
    const print = () => drawAgain(true)
    // the colours of the page change: with the hour, by the comfort bar, and on paper
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const theme = new MutationObserver(show)
    theme.observe(document.documentElement, { attributeFilter: ['data-contrast', 'data-size', 'style'] })
    dark.addEventListener('change', show)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', show)
    return () => {
      isHere = false
      chart?.destroy()
      theme.disconnect()
      dark.removeEventListener('change', show)
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', show)
    }
  }, [spec])
  return (
    <div className="canvas" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
