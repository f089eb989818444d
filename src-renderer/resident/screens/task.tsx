import type { ReactNode } from 'react'
import { Text } from '../../parts/text.tsx'

interface TaskProps {
  picture: ReactNode
  title: string
  note: string
  children?: ReactNode
}

/** One thing to take or to remember at the end, with its picture; part of an `ol.tasks`. */
export const Task = ({ picture, title, note, children }: TaskProps) => (
  <li>
    {picture}
    <div>
      <p className="task-title">
        <Text>{title}</Text>
      </p>
      <p>
        <Text>{note}</Text>
      </p>
      {children}
    </div>
  </li>
)
