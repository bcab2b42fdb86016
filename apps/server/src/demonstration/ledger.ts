/** What the demonstration town did in 2023 besides reviews, entered line by line as in its report. */
import type { Principal } from '@lawgate/contracts';
import { LedgerService } from '@lawgate/reporting';
import { SimulatedClock, type Database } from '@lawgate/database';

const lines = [
  '2023年1月5日 执法记录仪 6台 年初配发',
  '2023年2月15日 班子集体学法 1次 行政处罚法',
  '2023年3月8日 普法宣传活动 2场 妇女权益保障法宣传周',
  '2023年3月8日 发放宣传材料 500份',
  '2023年3月10日 法治培训 2次 行政执法人员春训',
  '2023年3月31日 信息公开 22条 第一季度',
  '2023年3月31日 重点领域信息公开 5条 第一季度',
  '2023年3月31日 人民调解 9件 第一季度',
  '2023年3月31日 接待来访 35人次 第一季度',
  '2023年3月31日 法律咨询 7次 第一季度',
  '2023年5月12日 法治培训 2次 村（社区）法治带头人',
  '2023年5月17日 班子集体学法 1次 民法典',
  '2023年5月28日 普法宣传活动 1场 民法典宣传月',
  '2023年5月28日 发放宣传材料 1000份',
  '2023年6月26日 普法宣传活动 2场 禁毒日、安全生产月',
  '2023年6月26日 发放宣传材料 1500份',
  '2023年6月30日 信息公开 25条 第二季度',
  '2023年6月30日 重点领域信息公开 5条 第二季度',
  '2023年6月30日 人民调解 11件 第二季度',
  '2023年6月30日 接待来访 40人次 第二季度',
  '2023年6月30日 法律咨询 8次 第二季度',
  '2023年6月30日 社区矫正 19人 半年末在册',
  '2023年6月30日 安置帮教 118人 半年末在册',
  '2023年8月16日 班子集体学法 1次 重大行政决策程序暂行条例',
  '2023年9月15日 法治培训 3次 行政处罚裁量与全过程记录',
  '2023年9月28日 信息公开 24条 第三季度',
  '2023年9月28日 重点领域信息公开 5条 第三季度',
  '2023年9月28日 人民调解 10件 第三季度',
  '2023年9月28日 接待来访 38人次 第三季度',
  '2023年9月28日 法律咨询 8次 第三季度',
  '2023年11月15日 班子集体学法 1次 宪法',
  '2023年11月24日 法治培训 2次 行政复议法修订',
  '2023年12月4日 普法宣传活动 3场 国家宪法日',
  '2023年12月4日 发放宣传材料 2000份',
  '2023年12月29日 信息公开 27条 第四季度',
  '2023年12月29日 重点领域信息公开 6条 第四季度',
  '2023年12月29日 人民调解 10件 第四季度',
  '2023年12月29日 接待来访 37人次 第四季度',
  '2023年12月29日 法律咨询 7次 第四季度',
  '2023年12月29日 社区矫正 17人 年末在册',
  '2023年12月29日 安置帮教 123人 年末在册',
  '2023年12月29日 执法记录仪 8台 年末在用',
];

/** Each line is entered on the afternoon of its day. */
export async function enterLedger(database: Database, keeper: Principal): Promise<void> {
  const clock = new SimulatedClock(new Date(0));
  const ledger = new LedgerService(database, clock);
  for (const line of lines) {
    const [year, month, day] = line.match(/\d+/g) ?? [];
    clock.set(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 8)));
    await ledger.enter(keeper, { line });
  }
}
