/** A canvas and its drawing; the words that say the same always stand beside it. */
import { useEffect, useRef } from 'react'
import type { Spec } from './charts/specs.ts'

type Props = { spec: Spec; label: string; height: number; canvasRef?: (canvas: HTMLCanvasElement | null) => void }

export function Chart({ spec, label, height, canvasRef }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let chart: { destroy(): void } | null = null
    let isHere = true
    import('./charts/draw.ts').then(({ draw }) => {
      if (!isHere || !canvas.current) return
      chart = draw(canvas.current, spec)
      canvas.current.dataset.drawn = 'true'
    })
    canvasRef?.(canvas.current)
    return () => {
      isHere = false
      chart?.destroy()
    }
  }, [spec, canvasRef])
  return (
    <div className="canvas" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
