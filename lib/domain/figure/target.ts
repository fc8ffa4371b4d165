// Targets (年度目标) and control lines (控制线): which indicators have them.
import type { Indicator } from '../catalogue/indicator';

/** Years running, standards and places in an order are not measured against a number. */
export const takesTarget = ({ nature }: Indicator): boolean =>
  nature === 'stock' || nature === 'flow' || nature === 'ratio';
