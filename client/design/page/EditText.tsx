/** A text written in its place: it looks as people will read it, and grows with its words. */
import { useId, useLayoutEffect, useRef } from 'react'
import { left } from '../../parts/focus/left.ts'
import './edit-text.css'

type Props = {
  /** What it is, for who does not see where it stands. */
  label: string
  value: string
  placeholder: string
  className?: string
  isOneLine?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
  onChange: (words: string) => void
  onLeave?: () => void
  onEnter?: () => void
  /** Takes over what is pasted: true when it did, false = it goes into the text. */
  onPaste?: (text: string) => boolean
}

/** Measuring each text by hand lays the page out anew, text after text: only where the browser cannot do it. */
const growsByItself = () => CSS.supports('field-sizing', 'content')

export function EditText({
  label,
  value,
  placeholder,
  className,
  isOneLine,
  isReadOnly,
  autoFocus,
  onChange,
  onLeave,
  onEnter,
  onPaste,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have another height
  useLayoutEffect(() => {
    const element = area.current
    if (!element || growsByItself()) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [value])
  useLayoutEffect(() => {
    if (autoFocus) area.current?.focus({ preventScroll: true })
  }, [autoFocus])
  return (
    <textarea
      ref={area}
      id={id}
      rows={1}
      className={`edit-text ${className ?? ''}`}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      readOnly={isReadOnly}
      onChange={({ target }) => {
        if (isOneLine && target.value.includes('\n')) target.value = target.value.replaceAll('\n', ' ')
        onChange(target.value)
      }}
      onBlur={onLeave && left(onLeave)}
      onPaste={(event) => {
        if (!isReadOnly && onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !isOneLine) return
        event.preventDefault()
        onEnter?.()
      }}
    />
  )
}
