/** The used parts of echarts. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as take } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

take([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export { init };
