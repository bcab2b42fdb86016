import { both, defineWorkflow, effect, gate, lastDayOfYears, not, recordFact, requiredMaterials, retentionKey, retentionLabel, taskNeedsSigner, taskSatisfied, update } from "@lawgate/engine";
import { z } from "zod";
import { isStorable } from "@lawgate/contracts";

// workflows/shared/citations.ts
/**
* The sources that rules and clocks cite. Limits are parameters of the rule set, so that a town whose province has
* shorter limits can change them; the source is always shown next to the limit.
*/
const citations = {
	civilServants: "《中华人民共和国公务员法》第七十六条、第七十七条",
	lawyers: "《中华人民共和国律师法》第三十九条",
	normativeReview: "《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）",
	normativeManagement: "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",
	advisers: "《关于推行法律顾问制度和公职律师公司律师制度的意见》（中办发〔2016〕30号）",
	fairCompetition: "《公平竞争审查条例》第十八条",
	businessConsultation: "《优化营商环境条例》第六十二条",
	publicInformation: "《中华人民共和国政府信息公开条例》第二十六条",
	penaltyReview: "《中华人民共和国行政处罚法》第五十八条",
	penaltyDecision: "《中华人民共和国行政处罚法》第五十七条",
	penaltyTime: "《中华人民共和国行政处罚法》第六十条",
	penaltyUrgency: "《中华人民共和国行政处罚法》第四十九条、第六十条",
	penaltyService: "《中华人民共和国行政处罚法》第六十一条",
	penaltyHearing: "《中华人民共和国行政处罚法》第六十四条",
	penaltyPublicity: "《中华人民共和国行政处罚法》第四十八条",
	enforcementPublicity: "《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）",
	majorReview: "《重大行政决策程序暂行条例》（国务院令第713号）第二十五条",
	majorMaterials: "《重大行政决策程序暂行条例》（国务院令第713号）第二十六条",
	majorReviewPoints: "《重大行政决策程序暂行条例》（国务院令第713号）第二十七条",
	majorAdvisers: "《重大行政决策程序暂行条例》（国务院令第713号）第二十八条",
	majorDeliberation: "《重大行政决策程序暂行条例》（国务院令第713号）第三十条",
	periods: "《中华人民共和国民法典》第二百零三条",
	contractPerformance: "《中华人民共和国民法典》第五百零九条",
	congressFiling: "《中华人民共和国各级人民代表大会常务委员会监督法》关于规范性文件备案审查的规定",
	partyFiling: "《中国共产党党内法规和规范性文件备案审查规定》",
	retention: "《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）",
	townRules: "本镇合法性审查工作规则"
};

// workflows/shared/clocks.ts
/**
* Intake, review, adviser (inside the review), supplement and inquiry: clocks that run side by side and are never
* merged.
*/
function spineClocks(plan) {
	const workdays = (given, key) => ({
		value: valueOf(plan.parameters, given, key),
		unit: "workday"
	});
	const reviewLimit = (context, given) => workdays(given, plan.limitKey(context));
	const { floorKey } = plan;
	return {
		intake: {
			label: "受理期限",
			citation: citations.townRules,
			limit: (_context, given) => workdays(given, "intake.limit"),
			parameter: () => "intake.limit"
		},
		review: {
			label: "审查期限",
			citation: plan.citation,
			limit: reviewLimit,
			parameter: plan.limitKey,
			resume: (given) => valueOf(plan.parameters, given, "review.resume-restarts") > 0 ? "restart" : "continue",
			...floorKey === void 0 ? {} : { floor: (_context, given) => workdays(given, floorKey) }
		},
		adviser: {
			label: "法律顾问意见期限",
			citation: citations.townRules,
			limit: (context, given) => ({
				value: Math.min(workdays(given, "adviser.limit").value, reviewLimit(context, given).value),
				unit: "workday"
			}),
			parameter: () => "adviser.limit",
			ladder: ladder(plan.parameters, "adviser.")
		},
		supplement: {
			label: "补正期限",
			citation: citations.townRules,
			limit: (_context, given) => workdays(given, "supplement.limit"),
			parameter: () => "supplement.limit",
			pausable: false,
			onDue: "supplement.expire"
		},
		inquiry: {
			label: "论证、请示期限",
			citation: citations.townRules,
			limit: (_context, given) => workdays(given, "inquiry.limit"),
			parameter: () => "inquiry.limit",
			pausable: false
		}
	};
}
/** A clock that counts from the day of the act itself, not from the day on which somebody recorded it. */
function clockFromAct(clock) {
	const { label, citation, parameters, limitKey, unit } = clock;
	const keyOf = (context) => typeof limitKey === "string" ? limitKey : limitKey(context);
	return {
		label,
		citation,
		limit: (context, given) => ({
			value: valueOf(parameters, given, keyOf(context)),
			unit
		}),
		parameter: keyOf,
		pausable: false,
		from: (context) => context.actOn
	};
}
/**
* Value of a parameter in the rule set under which the case began; the definition's default where that set lacks it.
*/
function valueOf(specs, given, key) {
	const value = given[key] ?? specs[key]?.value;
	if (value === void 0) throw new RangeError(`Parameter "${key}" is not declared.`);
	return value;
}
/** The ladder of reminders defined by the parameters with this prefix. */
function ladder(specs, prefix = "") {
	return (given) => ({
		overdueDays: valueOf(specs, given, `${prefix}reminder.overdue-days`),
		standInFrom: valueOf(specs, given, `${prefix}reminder.stand-in-from`),
		directorFrom: valueOf(specs, given, `${prefix}reminder.director-from`),
		opening: timeOfDay(valueOf(specs, given, "office.opening"))
	});
}
/** Closing time from these parameters; null where the town does not count the hour. */
function closing(specs) {
	return (given) => {
		const minutes = valueOf(specs, given, "office.closing");
		return minutes >= minutesOfDay ? null : timeOfDay(minutes);
	};
}
const minutesOfDay = 1440;
function timeOfDay(minutes) {
	const two = (part) => String(part).padStart(2, "0");
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

// workflows/shared/context.ts
/** The part of the context that belongs to one round and is cleared when the next begins. */
const blankRound = {
	extended: false,
	advisers: [],
	opinions: [],
	reviewer: null,
	conclusion: null,
	director: null,
	signedOn: null,
	adoption: null,
	actOn: null
};
/** The context of a new case; the fields have passed the category's schema. */
function newContext(input, fields) {
	return {
		drafter: input.drafter,
		handedInBy: null,
		round: input.round,
		resubmitted: false,
		urgent: false,
		supplementFrom: "intake",
		everAdvised: [],
		...blankRound,
		fields
	};
}
/** Sorted and without duplicates, so that the same people always give the same context. */
function asPeople(ids) {
	return [...new Set(ids)].sort();
}

// workflows/shared/course.ts
const toLetter = [
	"submit",
	"accept",
	"advisers.assign",
	"opinion.give",
	"findings.record",
	"sign-off"
];
/**
* Events from submission to archive. `onward` are the category's own events after the opinion letter, in their standard
* order.
*/
function courseOf(...onward) {
	return [
		...toLetter,
		...onward,
		"archive"
	];
}
/**
* The ends of `intakeStates` and `archiveStates`. A file is archived with its opinion letter, favourable or not; what ends
* before acceptance has none.
*/
const spineObligations = {
	archived: ["concluded", "archived"],
	returned: ["returned"],
	declined: ["declined"],
	withdrawn: ["withdrawn"]
};

// workflows/shared/rules/separation.ts
/** Separation of duties and 回避: who may not do what in a case in which they already have another part. */
/** The drafter cannot review their own draft (公务员法 76–77). */
const drafterNotReviewer = {
	id: "separation.drafter-not-reviewer",
	message: "您是本案的承办人，不能审查本人承办的事项，请由其他审查人办理。",
	citation: citations.civilServants,
	holds: ({ context, event }) => !isDrafter(context, event.env.actor.id)
};
/** An adviser of the case must not also review it. */
const reviewerNotAdviser = {
	id: "separation.reviewer-not-adviser",
	message: "您是本案的法律顾问，法律顾问意见与审查意见应当分别出具，请由其他审查人办理。",
	citation: citations.normativeReview,
	holds: ({ context, event }) => !advised(context, event.env.actor.id)
};
/**
* An adviser never signs the opinion letter, even when they hold the director's role (国办发〔2018〕115号; 国务院令713 art. 28).
*/
const adviserNotSignatory = {
	id: "separation.adviser-not-signatory",
	message: "您是本案的法律顾问，法律顾问只协助审查，不能签发审查意见书，请由其他负责人审签。",
	citation: `${citations.normativeReview}；${citations.majorAdvisers}`,
	holds: ({ context, event }) => !advised(context, event.env.actor.id)
};
const directorNotDrafter = {
	id: "separation.director-not-drafter",
	message: "您是本案的承办人，不能审签本人承办的事项，请由其他负责人审签。",
	citation: citations.civilServants,
	holds: ({ context, event }) => !isDrafter(context, event.env.actor.id)
};
/** Soft, because in a small office one person may be both; the reason is kept in the history. */
const directorNotReviewer = {
	id: "separation.director-not-reviewer",
	message: "审查意见由您本人提出，审签应当由他人办理；确因人员不足须由本人审签的，请写明理由。",
	citation: null,
	strength: "soft",
	holds: ({ context, event }) => context.reviewer !== event.env.actor.id
};
/**
* A lawyer may not advise on what they drafted or reviewed themselves (律师法 39). Also applies to advisers who are added
* or transferred later.
*/
const adviserWithoutPart = {
	id: "separation.adviser-without-part",
	message: "您在本案中已有其他职责（承办或审查），不能同时担任本案的法律顾问，请申请回避。",
	citation: citations.lawyers,
	holds: ({ context, event }) => {
		const { id } = event.env.actor;
		return !isDrafter(context, id) && context.reviewer !== id;
	}
};
/** Only the drafter, or a person who stands in for them today, may withdraw. */
const ownCase = {
	id: "submitter.own-case",
	message: "只有本案承办人（或其代理人）可以办理，请由承办人操作。",
	citation: null,
	holds: ({ context, event }) => isOwnCase(context, event.env.actor)
};
/** The filing report is sent by the case's drafter or by a reviewer. */
const ownCaseOrReviewer = {
	...ownCase,
	id: "filing.drafter-or-reviewer",
	message: "报送备案由本案承办人或审查人办理，请由其操作。",
	holds: ({ context, event }) => event.env.actor.roles.includes("reviewer") || isOwnCase(context, event.env.actor)
};
function isDrafter(context, person) {
	return person === context.drafter || person === context.handedInBy;
}
function advised(context, person) {
	return context.everAdvised.includes(person) || context.opinions.some(({ by }) => by === person);
}
function isOwnCase(context, actor) {
	return isDrafter(context, actor.id) || (actor.standsInFor ?? []).some((person) => isDrafter(context, person));
}

// workflows/shared/words.ts
/**
* Building blocks of payloads and fields: bounded text, civil dates, named choices; every message in Chinese.
*
* A form is drawn from the JSON Schema alone, so each block contains what a person must read: `title`, `description`,
* and extensions for what JSON Schema cannot express: `x-labels` (names of an enum's members by member),
* `x-person-role` (the text is the id of a person of that role; `any` for any member of staff), `x-case-category` (the
* text is the id of a case of that category), `x-each` (the list has one item for each member of that property's enum).
*/
/** Trimmed text of 1 to `maxLength` characters (UTF-16 units) that a database can store and return unchanged. */
function text(label, maxLength) {
	return z.string({ error: `请填写${label}` }).trim().min(1, { error: `请填写${label}` }).max(maxLength, { error: `${label}不能超过${maxLength}字` }).refine(isStorable, { error: `${label}含有无法保存的字符` }).meta({ title: label });
}
/** A civil date that exists, written 2024-02-08. */
function day$1(label) {
	return z.iso.date({ error: `${label}应写作 2024-02-08 的形式，且须是存在的日期` }).meta({ title: label });
}
/**
* Id of a person in the town's directory.
*
* @param role the role that a form offers; rules decide who may be named.
*/
function person(label, role = "any") {
	return z.string({ error: "请选择人员" }).min(1, { error: "请选择人员" }).max(64, { error: "人员编号不能超过64字" }).refine(isStorable, { error: "人员编号含有无法保存的字符" }).meta({
		title: label,
		"x-person-role": role
	});
}
/** One of several named choices. The schema contains the labels as `x-labels`, so that a form can show them. */
function choice(label, labels) {
	const keys = Object.keys(labels);
	const options = keys.map((key) => `${key}（${labels[key]}）`).join("、");
	return z.enum(keys, { error: `${label}只能是：${options}` }).meta({
		title: label,
		"x-labels": labels
	});
}
/** A statement that the user must confirm: only true is valid. `words` is the text of the statement. */
function statement(label, words, asked) {
	return z.literal(true, { error: asked }).meta({
		title: label,
		description: words
	});
}
/** 送审单位: the office or village that submits the matter; the person who does it is the case's drafter. */
const submittingUnit = text("送审单位", 100).optional();

// workflows/shared/amending.ts
/** 修改送审信息: the submitter corrects title and fields while the case is with them; afterwards they are fixed. */
/** The payload is that of a new case: the title and all fields; a missing field falls back to its default. */
function amendEvent(fields, examples) {
	return {
		label: "修改送审信息",
		by: ["submitter"],
		payload: fields.extend({ title: text("事项名称", 200) }),
		examples: examples.map((given) => ({
			...given,
			title: "关于某事项的送审稿"
		}))
	};
}
/** The review is of the fields as submitted; a supplement adds materials and changes nothing else. */
const beforeSubmission = {
	id: "amend.before-submission",
	message: "案件已经送审，送审信息不能再修改；填写有误的，请在受理前撤回，复制本案的送审信息重新送审。",
	citation: null,
	holds: () => false
};
const amended = [update(({ event }) => {
	const { title: _title, ...fields } = event.payload;
	return { fields };
}), effect(({ event }) => ({
	type: "retitle",
	title: event.payload.title
}))];
const refused = { guard: gate({ rules: [beforeSubmission] }) };
/** Top-level states in which the case is with the submitter and no review is under way. */
const withSubmitter = [
	"draft",
	"revising",
	"resubmission-returned"
];
/**
* Adds the amend event to every state in which a person can meet the case: states that are with the submitter before
* the review accept it, all others refuse it by its rule.
*
* @param rules further rules of the category, for fields that a clock or number already depends on
*/
function withAmending(states, rules = []) {
	const allowed = {
		guard: gate({ rules: [ownCase, ...rules] }),
		actions: amended
	};
	return Object.fromEntries(Object.entries(states).map(([key, state]) => [key, rests(state) ? answering(state, withSubmitter.includes(key) ? allowed : refused) : state]));
}
/** True for a state in which a case can stay: neither final nor passed through at once. */
function rests(state) {
	return state.type !== "final" && state.always === void 0;
}
function answering(state, transition) {
	return {
		...state,
		on: {
			...state.on,
			"draft.amend": transition
		}
	};
}

// workflows/shared/examples.ts
/** A Friday and a working day. */
const exampleDay = "2024-03-15";
/** SHA-256 of every document of an example. */
const exampleContent = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const exampleAdvisers = {
	first: "adviser-1",
	second: "adviser-2",
	alsoDirector: "adviser-director"
};
/** The findings of a conclusion with every question answered. */
function exampleFindings(questions, conclusion, extra = {}) {
	return {
		conclusion,
		text: "经审查，提出以下意见。",
		points: Object.keys(questions).map((point) => ({
			point,
			finding: "ok"
		})),
		...extra
	};
}
const exampleRebuttal = { rebuttal: "法律顾问所引条款已于2023年修订，现行规定允许设定本项内容。" };

// workflows/shared/letter.ts
const findingLabels = {
	ok: "未发现问题",
	problem: "存在问题",
	"not-applicable": "不适用"
};
/** The parts of a letter in their order. The unit answers the lines of `opinions` one by one. */
const letterParts = {
	examination: "审查情况",
	opinions: "审查意见",
	conclusion: "审查结论"
};
/** The reviewer's valid findings of this round, and the advisers' valid opinions. */
function validOpinions(context, signed) {
	const ofRound = signed.filter(({ round }) => round === context.round);
	return {
		reviewer: ofRound.findLast(({ act, by }) => act === "reviewer" && by.id === context.reviewer) ?? null,
		advisers: context.opinions.flatMap(({ by }) => {
			const opinion = ofRound.findLast((each) => each.act === "adviser" && each.by.id === by);
			return opinion === void 0 ? [] : [opinion];
		})
	};
}
/** The letter as it would be assembled now; empty while there are no findings. */
function draftLetter(conclusions, context, signed) {
	const { reviewer, advisers } = validOpinions(context, signed);
	if (reviewer === null) return [];
	const conclusion = conclusions[reviewer.conclusion] ?? reviewer.conclusion;
	const opinions = [...problemsOf(reviewer), ...advisers.flatMap((opinion) => adviceOf(opinion, reviewer))];
	return [
		...examined(reviewer),
		...opinions,
		line("conclusion", sentence(reviewer.text), [reviewer.id]),
		line("conclusion", `审查结论：${conclusion}。`, [reviewer.id])
	];
}
/** The lines of the letter that was signed in this round; null where none was. */
function signedLetter(context, signed) {
	const opinion = signed.findLast(({ act, round }) => act === "director" && round === context.round);
	if (opinion === void 0) return null;
	return {
		opinion,
		lines: opinion.points.filter((point) => typeof point.part === "string")
	};
}
/** The lines of the signed letter that the unit has to answer. */
function linesToAnswer(context, signed) {
	return (signedLetter(context, signed)?.lines ?? []).filter(({ part }) => part === "opinions");
}
function line(part, text, from) {
	return {
		part,
		text,
		from
	};
}
function examined(reviewer) {
	return reviewer.points.map(({ problem, finding, basis }, index) => {
		const from = [`${reviewer.id}#${index}`];
		const reason = typeof basis === "string" ? sentence(basis) : "";
		if (typeof finding !== "string") return line("examination", `${String(problem)}：${reason}`, from);
		const found = findingLabels[finding] ?? finding;
		return line("examination", `${String(problem)}：${found}。${reason}`, from);
	});
}
function problemsOf(reviewer) {
	return reviewer.points.flatMap(({ problem, finding, basis }, index) => finding === "problem" ? [line("opinions", `关于“${String(problem)}”：${sentence(String(basis ?? ""))}`, [`${reviewer.id}#${index}`])] : []);
}
/**
* An adviser's opinion that the reviewer rebutted was dealt with in the examination, so the unit does not answer its
* points.
*/
function adviceOf(opinion, reviewer) {
	if (opinion.conclusion === "illegal" && reviewer.points.some(({ finding }) => finding === void 0) || opinion.conclusion === "agree") return [];
	if (opinion.points.length === 0) return [line("opinions", sentence(opinion.text), [opinion.id])];
	return opinion.points.map((point, index) => line("opinions", pointText(point), [`${opinion.id}#${index}`]));
}
function pointText(point) {
	const part = (key, before = "") => {
		const value = point[key];
		return typeof value === "string" && value !== "" ? `${before}${sentence(value)}` : "";
	};
	return `${typeof point.clause === "string" && point.clause !== "" ? `${point.clause}：` : ""}${part("problem")}${part("risk", "风险：")}${part("basis", "依据：")}${part("suggestion", "建议：")}`;
}
/** The text, with a full stop added where it has none. */
function sentence(text) {
	return text === "" || /[。！？；.!?]$/u.test(text) ? text : `${text}。`;
}

// workflows/shared/payloads.ts
/** The payloads of the spine's events. All are strict: an unknown key is an error. */
const urgentCauses = {
	emergency: "预防、应对和处置突发事件",
	"superior-order": "执行上级机关的紧急命令和决定",
	"statutory-deadline": "法定办案期限即将届满"
};
const adviserConclusions = {
	agree: "同意",
	"agree-with-changes": "修改后同意",
	illegal: "不合法"
};
const adoptionLabels = {
	full: "全部采纳",
	partial: "部分采纳",
	none: "未采纳"
};
const deliberationResults = {
	passed: "通过",
	rejected: "未通过",
	again: "再次审议"
};
const sendBackStrategies = {
	continue: "由审查人重新提出审查意见",
	restart: "重新征求法律顾问意见"
};
const note = text("说明", 2e3).optional();
const reason$1 = text("理由", 2e3);
const submitPayload = z.strictObject({
	vouched: statement("真实性承诺", "本单位对所报送材料的真实性、完整性负责。", "送审单位须对材料的真实性、完整性负责，请先作出承诺"),
	urgent: z.strictObject({
		cause: choice("紧急事由", urgentCauses),
		basisDocument: text("紧急办理的依据文件", 200),
		approver: text("批准人", 64),
		/** Default: the day of submission. Urgency must be approved by then. */
		approvedOn: day$1("批准日期").optional()
	}).meta({
		title: "紧急办理",
		description: "只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。"
	}).optional(),
	note
});
const reasonPayload = z.strictObject({ reason: reason$1 });
const notePayload = z.strictObject({ note });
const emptyPayload = z.strictObject({});
const supplementRequestPayload = z.strictObject({ items: z.array(text("补正事项", 500)).min(1, { error: "请一次性列明需要补正的全部事项" }).max(20, { error: "补正事项不能超过20项" }).meta({
	title: "补正事项",
	description: "一次性列明需要补正的全部事项。"
}) });
/** Reasons other than a supplement for which the review's clock is paused: advice is sought outside the office. */
const inquiryKinds = {
	experts: "专家论证",
	superior: "请示上级机关"
};
function inquiryPayload(kinds) {
	return z.strictObject({
		kind: choice("中止事由", kinds),
		question: text("论证或者请示的问题", 2e3)
	});
}
const inquiryResultPayload = z.strictObject({ result: text("论证意见或者答复", 5e3) });
const assignPayload = z.strictObject({ advisers: z.array(person("法律顾问", "adviser")).min(1, { error: "请至少指派一名法律顾问" }).max(5, { error: "一次最多指派5名法律顾问" }).meta({ title: "法律顾问" }) });
const opinionPayload = z.strictObject({
	noConflict: statement("利益冲突声明", "本人与本案没有利害关系。", "请先声明与本案没有利害关系；有利害关系的，应当回避"),
	conclusion: choice("结论", adviserConclusions),
	text: text("意见", 2e4),
	points: z.array(z.strictObject({
		clause: text("条款", 200).optional(),
		problem: text("问题", 2e3).optional(),
		basis: text("依据", 2e3).optional(),
		suggestion: text("建议", 2e3).optional(),
		risk: text("风险", 2e3).optional()
	})).max(50, { error: "意见要点不能超过50条" }).meta({
		title: "逐条意见",
		description: "按条款写明问题、依据、修改建议和风险。"
	}).optional()
});
/** The findings of one category: its conclusions, its review questions, and what else it asks for. */
function findingsPayload(conclusions, questions, extra = {}) {
	return z.strictObject({
		conclusion: choice("审查结论", conclusions),
		text: text("审查意见", 2e4),
		points: z.array(z.strictObject({
			point: choice("审查要点", questions),
			finding: choice("审查情况", findingLabels),
			reason: text("理由", 2e3).optional()
		})).max(20, { error: "审查要点不能超过20项" }).refine((points) => new Set(points.map(({ point }) => point)).size === points.length, { error: "同一审查要点只能填写一次" }).meta({
			title: "审查要点",
			description: "逐项填写审查情况；存在问题的，写明理由。",
			"x-each": "point"
		}),
		rebuttal: text("不采纳法律顾问意见的理由", 5e3).meta({ description: "法律顾问认为不合法而拟予通过的，须逐条说明理由。" }).optional(),
		...extra
	});
}
/** The opinion letter as edited by the director; without one, the text assembled from the findings is signed. */
const signOffPayload = z.strictObject({
	note,
	letter: z.strictObject({ lines: z.array(z.strictObject({
		part: choice("部分", letterParts),
		text: text("文字", 5e3),
		from: z.array(text("依据的意见", 100)).max(50, { error: "一句依据的意见不能超过50条" }).meta({ title: "依据的意见" }).default([])
	})).min(1, { error: "审查意见书不能没有内容" }).max(200, { error: "审查意见书不能超过200句" }).refine((lines) => lines.some(({ part }) => part === "conclusion"), { error: "审查意见书应当写明审查结论" }).meta({
		title: "逐句",
		examples: [[{
			part: "conclusion",
			text: "同意。"
		}]]
	}) }).meta({ title: "审查意见书" }).optional()
});
const sendBackPayload = z.strictObject({
	reason: reason$1,
	strategy: choice("退回方式", sendBackStrategies)
});
const adoptionPayload = z.strictObject({
	adoption: choice("采纳情况", adoptionLabels),
	reasons: text("未采纳的理由", 5e3).meta({ description: "未全部采纳的，应当写明理由和依据。" }).optional(),
	lines: z.array(z.strictObject({
		/** Number of the answered line among the opinions of the letter, from 1. */
		line: z.int().min(1).max(200).meta({ title: "意见序号" }).optional(),
		/** The opinion as text, where it is not one of the letter's lines. */
		point: text("意见", 500).optional(),
		adopted: z.union([z.boolean(), choice("采纳情况", adoptionLabels)], { error: "请选择采纳情况" }).meta({ title: "是否采纳" }),
		reason: text("理由", 2e3).optional(),
		changedText: text("修改后的文字", 5e3).optional()
	}).refine(({ line, point }) => line !== void 0 || point !== void 0, { error: "请写明所反馈的是哪一条意见" })).max(200, { error: "逐条反馈不能超过200条" }).meta({ title: "逐条反馈" }).optional()
});
const deliberationPayload = z.strictObject({
	heldOn: day$1("会议日期"),
	meeting: text("会议名称", 200),
	result: choice("审议结果", deliberationResults),
	headSpokeLast: z.boolean().meta({ title: "主要负责人末位表态" }).optional(),
	dissent: z.array(z.strictObject({
		who: text("姓名", 64),
		view: text("不同意见", 5e3)
	})).max(50, { error: "不同意见不能超过50条" }).meta({
		title: "不同意见",
		description: "不同意见应当如实、完整记录。"
	}).optional()
});
const documentNumber = text("文号", 100);
const promulgatePayload = z.strictObject({
	documentNumber,
	on: day$1("公布日期"),
	/** Signature of the head and its date: a decision of its own, which the meeting does not replace. */
	signedBy: text("签发人", 64).optional(),
	signedOn: day$1("签发日期").optional(),
	/** The number in the register of documents (统一登记); not the document's own number. */
	registrationNumber: text("统一登记号", 100).optional(),
	/** The last day of validity; without it the maximum applies. */
	validUntil: day$1("有效期截止日期").meta({ description: "不填写的，按规定的最长有效期计算。" }).optional()
});
const publicisePayload = z.strictObject({
	on: day$1("公开日期"),
	where: text("公开渠道", 500)
});
const contractSignPayload = z.strictObject({
	on: day$1("签订日期"),
	counterparty: text("对方当事人", 200).optional(),
	payments: z.array(z.strictObject({
		on: day$1("付款日期"),
		note: text("付款说明", 200).optional()
	})).max(60, { error: "付款期次不能超过60期" }).meta({ title: "付款安排" }).optional(),
	expiresOn: day$1("合同期满日期").optional()
});
/** Dates of a contract that was signed before Lawgate was used; a refinement asks for at least one clock. */
const recordedContractPayload = contractSignPayload.pick({
	on: true,
	payments: true,
	expiresOn: true
}).refine(({ payments = [], expiresOn }) => payments.length > 0 || expiresOn !== void 0, {
	error: "请填写付款日期或者合同期满日期",
	path: ["expiresOn"]
});
/** Dates of a document that was published before Lawgate was used: its own last day, never one that is reckoned. */
const recordedDocumentPayload = z.strictObject({
	on: day$1("公布日期"),
	validUntil: day$1("有效期截止日期")
});
const decisionPayload = z.strictObject({
	on: day$1("决定日期"),
	documentNumber
});
const servicePayload = z.strictObject({
	on: day$1("送达日期"),
	manner: text("送达方式", 200)
});
const filePayload = z.strictObject({
	on: day$1("报备日期"),
	target: text("备案机关", 200),
	receiptNumber: text("备案回执号", 100).optional()
});
const archivePayload = z.strictObject({ fileNumber: text("档号", 100).optional() });

// workflows/shared/events.ts
/** Everything up to the opinion letter, and the archive. */
function spineEvents(plan) {
	return {
		submit: {
			label: "提交送审",
			by: ["submitter"],
			payload: submitPayload,
			examples: [{ vouched: true }, {
				vouched: true,
				urgent: {
					cause: "emergency",
					basisDocument: "镇防指〔2024〕3号",
					approver: "分管副镇长"
				},
				note: "汛期应急"
			}]
		},
		"draft.amend": amendEvent(plan.fields, plan.fieldExamples),
		withdraw: reasoned("撤回", ["submitter"], "内容需要调整，暂不送审。"),
		accept: noted("受理", ["reviewer"]),
		"supplement.request": {
			label: "要求补正",
			by: ["reviewer"],
			payload: supplementRequestPayload,
			examples: [{ items: ["补充对方当事人的授权委托书", "补充资金来源证明"] }]
		},
		"supplement.provide": noted("提交补正材料", ["submitter"]),
		"supplement.expire": {
			label: "补正逾期",
			by: ["system"],
			payload: emptyPayload,
			examples: [{}]
		},
		"inquiry.begin": {
			label: "组织论证或者请示上级",
			by: ["reviewer"],
			payload: inquiryPayload(plan.inquiries ?? inquiryKinds),
			examples: [{
				kind: "experts",
				question: "补偿标准的确定方法是否适当。"
			}]
		},
		"inquiry.end": {
			label: "登记论证或者请示结果",
			by: ["reviewer"],
			payload: inquiryResultPayload,
			examples: [{ result: "方法适当，建议写明计算依据。" }]
		},
		return: reasoned("退回", ["reviewer"], "不属于审查范围。"),
		decline: reasoned("不予审核", ["reviewer"], "内部管理制度，经认定不属于规范性文件。"),
		"advisers.assign": {
			label: "指派法律顾问",
			by: ["reviewer"],
			payload: assignPayload,
			examples: [
				{ advisers: [exampleAdvisers.first] },
				{ advisers: [exampleAdvisers.first, exampleAdvisers.second] },
				{ advisers: [exampleAdvisers.alsoDirector] }
			],
			people: ({ advisers }) => advisers
		},
		"opinion.give": {
			label: "出具法律顾问意见",
			by: ["adviser"],
			payload: opinionPayload,
			examples: [
				{
					noConflict: true,
					conclusion: "agree",
					text: "未发现违法内容。"
				},
				{
					noConflict: true,
					conclusion: "agree-with-changes",
					text: "建议修改后采用。",
					points: [{
						clause: "第五条",
						problem: "责任约定不明",
						basis: "《中华人民共和国民法典》第五百七十七条",
						suggestion: "明确违约责任",
						risk: "发生争议时难以主张"
					}]
				},
				{
					noConflict: true,
					conclusion: "illegal",
					text: "第三条与上位法抵触。"
				}
			],
			answer: ({ conclusion }) => ({
				answer: conclusion,
				favourable: conclusion !== "illegal"
			})
		},
		recuse: {
			...reasoned("回避", [
				"reviewer",
				"adviser",
				"director",
				"leader"
			], "与本案当事人有近亲属关系。"),
			operation: "recuse"
		},
		"findings.record": {
			label: "提出审查意见",
			by: ["reviewer"],
			payload: findingsPayload(plan.conclusions, plan.questions, plan.extra),
			examples: Object.keys(plan.conclusions).flatMap((conclusion) => [exampleFindings(plan.questions, conclusion), ...plan.passing.includes(conclusion) ? [exampleFindings(plan.questions, conclusion, exampleRebuttal)] : []])
		},
		"review.extend": reasoned("延长审查期限", ["director"], "案情复杂，需要进一步核实。"),
		"sign-off": {
			label: "审签",
			by: ["director"],
			payload: signOffPayload,
			examples: [{}]
		},
		"send-back": {
			label: "退回审查",
			by: ["director"],
			payload: sendBackPayload,
			examples: [{
				reason: "第二项意见依据不足。",
				strategy: "continue"
			}, {
				reason: "材料变化较大，请重新征求法律顾问意见。",
				strategy: "restart"
			}]
		},
		"leader.approve": noted("同意审查意见", ["leader"]),
		"leader.reject": reasoned("不同意审查意见", ["leader"], "请采纳法律顾问的意见，重新研究。"),
		archive: {
			label: "归档",
			by: ["archivist"],
			payload: archivePayload,
			examples: [{ fileNumber: "2024-审-15" }]
		}
	};
}
const onDay = { on: exampleDay };
/** Events of the acts; each category takes those that it has. */
const actEvents = {
	"adoption.record": {
		label: "反馈采纳情况",
		by: ["submitter"],
		payload: adoptionPayload,
		examples: [
			{ adoption: "full" },
			{
				adoption: "partial",
				reasons: "第三条意见涉及上级文件的要求，予以保留。"
			},
			{
				adoption: "none",
				reasons: "所提意见与现行政策不符。"
			}
		]
	},
	"deliberation.record": {
		label: "登记集体讨论",
		by: ["submitter"],
		payload: deliberationPayload,
		examples: [
			{
				heldOn: exampleDay,
				meeting: "镇长办公会2024年第4次会议",
				result: "passed",
				headSpokeLast: true
			},
			{
				heldOn: exampleDay,
				meeting: "镇长办公会2024年第4次会议",
				result: "rejected",
				headSpokeLast: true
			},
			{
				heldOn: exampleDay,
				meeting: "镇长办公会2024年第4次会议",
				result: "again",
				headSpokeLast: true,
				dissent: [{
					who: "李某",
					view: "建议先行试点。"
				}]
			}
		]
	},
	promulgate: {
		label: "公布",
		by: ["submitter"],
		payload: promulgatePayload,
		examples: [{
			...onDay,
			documentNumber: "镇政发〔2024〕6号"
		}, {
			...onDay,
			documentNumber: "镇政发〔2024〕6号",
			validUntil: "2025-12-31"
		}]
	},
	publicise: {
		label: "公开",
		by: ["submitter"],
		payload: publicisePayload,
		examples: [{
			...onDay,
			where: "镇政府门户网站"
		}]
	},
	"contract.sign": {
		label: "签订合同",
		by: ["submitter"],
		payload: contractSignPayload,
		examples: [onDay, {
			...onDay,
			payments: [{
				on: "2024-06-28",
				note: "预付款"
			}, { on: "2024-12-31" }],
			expiresOn: "2025-03-14"
		}]
	},
	"decision.make": {
		label: "作出决定",
		by: ["leader"],
		payload: decisionPayload,
		examples: [{
			...onDay,
			documentNumber: "镇罚决字〔2024〕2号"
		}]
	},
	"decision.serve": {
		label: "送达",
		by: ["submitter"],
		payload: servicePayload,
		examples: [{
			...onDay,
			manner: "直接送达"
		}]
	},
	file: {
		label: "报送备案",
		by: ["reviewer", "submitter"],
		payload: filePayload,
		examples: [{
			...onDay,
			target: "县司法局"
		}]
	}
};
function reasoned(label, by, reason) {
	return {
		label,
		by,
		payload: reasonPayload,
		examples: [{ reason }]
	};
}
function noted(label, by) {
	return {
		label,
		by,
		payload: notePayload,
		examples: [{}]
	};
}

// workflows/shared/rules/act.ts
/**
* Not reviewed, or found illegal: no deliberation, no signing, no decision (国办发〔2018〕115号; 国务院令713 art. 25; 行政处罚法 58).
*/
function reviewConcluded(plan) {
	return {
		id: "review.concluded",
		summary: "未经合法性审查或者审查未通过的，不得审议、签订、作出决定。",
		message: ({ context }) => context.signedOn !== null && context.conclusion !== null && !plan.passing.includes(context.conclusion) ? `审查结论为“${plan.conclusions[context.conclusion] ?? context.conclusion}”，不得提交审议、签订或者作出决定，请修改后重新送审。` : "尚未经合法性审查并签发审查意见书，不得提交审议、签订或者作出决定。",
		citation: plan.citation,
		holds: ({ context }) => context.signedOn !== null && context.director !== null && plan.passing.includes(context.conclusion ?? "") && (context.opinions.length > 0 || !plan.adviserRequired(context))
	};
}
/** The unit answers the opinion letter before the matter continues. */
function adoptionRecorded(citation) {
	return {
		id: "adoption.recorded",
		message: "请先反馈审查意见的采纳情况，再办理后续事项。",
		citation,
		holds: ({ context }) => context.adoption !== null
	};
}
/** Not fully adopted: written reasons are required (国办发〔2018〕115号). */
function adoptionReasons(citation) {
	return {
		id: "adoption.reasons",
		summary: "未全部采纳的，写明理由和依据，随材料提交。",
		message: ({ event }) => `${adoptionLabels[event.payload.adoption]}审查意见的，应当写明理由和依据，随材料一并提交。`,
		citation,
		readsPayload: true,
		holds: ({ event }) => event.payload.adoption === "full" || event.payload.reasons !== void 0 || reasonsByLine(event.payload.lines ?? [])
	};
}
function adoptedOf({ adopted }) {
	if (typeof adopted === "boolean") return adopted ? "full" : "none";
	return adopted;
}
/** Reasons may be given line by line instead. */
function reasonsByLine(lines) {
	const open = lines.filter((line) => adoptedOf(line) !== "full");
	return open.length > 0 && open.every(({ reason }) => reason !== void 0);
}
/**
* Answers to lines of the letter, if any: each line at most once, no line that does not exist, each with its reason.
*/
function adoptionLines(citation) {
	return {
		id: "adoption.lines",
		summary: "逐条反馈的，审查意见书的每条意见各反馈一次；未采纳或者部分采纳的写明理由；与总体采纳情况一致。",
		message: (input) => linesFault(input) ?? "",
		citation,
		readsPayload: true,
		holds: (input) => linesFault(input) === null
	};
}
function linesFault({ context, event }) {
	const lines = event.payload.lines ?? [];
	const numbered = lines.filter(({ line }) => line !== void 0);
	if (numbered.length === 0) return null;
	const asked = linesToAnswer(context, event.env.opinions ?? []).length;
	const beyond = numbered.filter(({ line = 0 }) => line > asked).map(({ line }) => line);
	if (beyond.length > 0) return `审查意见书只有${asked}条意见，没有第${beyond.join("、")}条，请核对序号。`;
	const given = numbered.map(({ line = 0 }) => line);
	const twice = given.filter((line, index) => given.indexOf(line) !== index);
	if (twice.length > 0) return `第${[...new Set(twice)].join("、")}条意见反馈了两次，请只保留一次。`;
	const missing = Array.from({ length: asked }, (_, index) => index + 1).filter((line) => !given.includes(line));
	if (missing.length > 0) return `还有第${missing.join("、")}条意见没有反馈，请逐条反馈。`;
	const bare = numbered.filter((line) => adoptedOf(line) !== "full" && line.reason === void 0);
	if (bare.length > 0) return `第${bare.map(({ line }) => line).join("、")}条意见未采纳或者部分采纳，请写明理由和依据。`;
	const kinds = new Set(lines.map(adoptedOf));
	const [only] = kinds;
	const whole = kinds.size === 1 && only !== void 0 ? only : "partial";
	return whole === event.payload.adoption ? null : `逐条反馈的结果为${adoptionLabels[whole]}，与所选的${adoptionLabels[event.payload.adoption]}不一致，请核对。`;
}
/** A new round is for a letter that requires revision; a favourable letter needs none. */
function revisionCalledFor(revision) {
	return {
		id: "round.revision-called-for",
		message: "审查结论不要求修改，无需重新送审，请反馈采纳情况。",
		citation: null,
		holds: ({ context }) => revision !== null && context.conclusion === revision
	};
}
/**
* The day of an act is not in the future, and not before the opinion letter or the act that it follows.
*
* @param field key of the payload that holds the day
*/
function datesPlausible(field = "on") {
	const earliest = ({ context }) => {
		const signedOn = context.signedOn ?? "";
		return context.actOn !== null && context.actOn > signedOn ? context.actOn : signedOn;
	};
	return {
		id: "dates.plausible",
		summary: "日期不晚于今天，不早于审签和前一环节。",
		message: (input) => input.event.payload[field] > input.event.env.today ? `日期 ${input.event.payload[field]} 晚于今天，请核对。` : `日期 ${input.event.payload[field]} 早于前一环节的日期 ${earliest(input)}，请核对。`,
		citation: null,
		readsPayload: true,
		holds: (input) => {
			const day = input.event.payload[field];
			return day <= input.event.env.today && day >= earliest(input);
		}
	};
}

// workflows/shared/kept-clocks.ts
/**
* Clocks that run on after the case is archived: the validity of a document, the payments and the expiry of a contract.
*/
const actDay = ({ actOn }) => actOn;
const contractAdvice = {
	payment: "请按合同约定办理付款，付款后登记。",
	expiry: "请核对合同履行情况；期满合同终止，需要续签的，请另行送审。"
};
/** 付款: one clock for each payment date; overdue until somebody records the payment. */
function paymentClock(specs) {
	return {
		label: "付款",
		citation: citations.contractPerformance,
		from: actDay,
		instances: ({ kept }) => (kept?.payments ?? []).map((until, index) => ({
			until,
			label: `第${index + 1}期付款`
		})),
		pausable: false,
		keeps: true,
		remind: {
			to: ["drafter"],
			window: (given) => ({
				value: valueOf(specs, given, "payment.window"),
				unit: "workday"
			}),
			advice: contractAdvice.payment
		},
		settle: {
			label: "登记付款",
			by: ["submitter", "reviewer"],
			rules: [settledByOwnPeople, datesPlausible()]
		}
	};
}
/** 合同期限: ends by itself on the day that the contract names. */
function expiryClock(specs) {
	return {
		label: "合同期限",
		citation: citations.contractPerformance,
		from: actDay,
		until: ({ kept }) => kept?.expiresOn ?? null,
		pausable: false,
		keeps: true,
		atEnd: "lapse",
		remind: {
			to: ["drafter", "reviewer"],
			window: (given) => ({
				value: valueOf(specs, given, "expiry.window"),
				unit: "day"
			}),
			windowLabel: "即将期满",
			advice: contractAdvice.expiry
		}
	};
}
const settledByOwnPeople = {
	...ownCaseOrReviewer,
	id: "settlement.drafter-or-reviewer",
	message: "由本案承办人或审查人登记，请由其操作。"
};
/** Longer than any contract; a later day is a slip of the keyboard. */
const longestContractYears = 100;
/**
* Payments are not before the signing, the end is after it, and no date is further away than a plausible contract
* allows.
*/
const contractDatesPlausible = {
	id: "contract.dates-plausible",
	summary: "付款日期不早于签订日期，合同期满日期晚于签订日期，均不超过100年。",
	message: ({ event }) => {
		const { on, payments = [], expiresOn } = event.payload;
		const early = payments.find((payment) => payment.on < on);
		if (early !== void 0) return `付款日期 ${early.on} 早于签订日期 ${on}，请核对付款安排。`;
		if (expiresOn !== void 0 && expiresOn <= on) return `合同期满日期 ${expiresOn} 不晚于签订日期 ${on}，请核对。`;
		return `付款日期、合同期满日期不能晚于签订之日起${longestContractYears}年，请核对。`;
	},
	citation: null,
	readsPayload: true,
	holds: ({ event }) => {
		const { on, payments = [], expiresOn } = event.payload;
		if (on > event.env.today) return true;
		const latest = lastDayOfYears(on, longestContractYears);
		return payments.every((payment) => payment.on >= on && payment.on <= latest) && (expiresOn === void 0 || expiresOn > on && expiresOn <= latest);
	}
};
/** The dates that a signed contract fixes; payments sorted by date. */
function datesOfContract(event) {
	const { payments = [], expiresOn } = event.payload;
	return {
		...payments.length === 0 ? {} : { payments: payments.map(({ on }) => on).sort() },
		...expiresOn === void 0 ? {} : { expiresOn }
	};
}
/** The day of signing, the payments and the end of a contract that was taken over from a register (补录). */
const recordedContractDates = {
	label: "补记签订日期、付款日期和合同期限",
	by: ["submitter", "reviewer"],
	payload: recordedContractPayload,
	examples: [{
		on: "2023-02-10",
		payments: [{ on: "2023-06-30" }],
		expiresOn: "2026-02-09"
	}],
	rules: [datesPlausible(), contractDatesPlausible],
	context: (dates) => ({
		actOn: dates.on,
		kept: datesOfContract({ payload: dates })
	})
};
const maxValidityYears = 100;
/** A document of the past may have any validity that its text gives; no maximum of today is applied to it. */
const recordedValidityPlausible = {
	id: "validity.after-publication",
	summary: "有效期截止日期不早于公布日期，不超过100年。",
	message: ({ event }) => `有效期截止日期 ${event.payload.validUntil} 早于公布日期 ${event.payload.on}，或者超过${maxValidityYears}年，请核对。`,
	citation: null,
	readsPayload: true,
	holds: ({ event }) => {
		const { on, validUntil } = event.payload;
		return on > event.env.today || validUntil >= on && validUntil <= lastDayOfYears(on, maxValidityYears);
	}
};
/** The publication and the last day of a document that was taken over from a register (补录). */
const recordedDocumentDates = {
	label: "补记公布日期和有效期",
	by: ["submitter", "reviewer"],
	payload: recordedDocumentPayload,
	examples: [{
		on: "2023-02-10",
		validUntil: "2028-02-09"
	}],
	rules: [datesPlausible(), recordedValidityPlausible],
	context: ({ on, validUntil }) => ({
		actOn: on,
		kept: { validUntil }
	})
};

// workflows/shared/facts.ts
/** The round in which the fact was recorded, from 1; every fact of the spine has it. */
const round = z.int().min(1);
const reason = z.string();
const day = z.iso.date();
/** Null where no clock ran or its due date was provisional. */
const onTime = z.boolean().nullable();
const fileNumber = z.string().nullable();
const count = z.int().min(0);
const archived = (...outcomes) => z.strictObject({
	round,
	outcome: z.enum(outcomes),
	fileNumber
});
/** Recorded on the way from submission to the archive, in every category. */
const spineFacts = {
	received: z.strictObject({
		round,
		urgent: z.boolean()
	}),
	resubmitted: z.strictObject({
		round,
		urgent: z.boolean()
	}),
	accepted: z.strictObject({ round }),
	declined: z.strictObject({
		round,
		reason
	}),
	returned: z.strictObject({
		round,
		reason: reason.optional()
	}),
	withdrawn: z.strictObject({
		round,
		reason: reason.optional()
	}),
	"resubmission-returned": z.strictObject({
		round,
		reason: reason.optional()
	}),
	"resubmission-withdrawn": z.strictObject({
		round,
		reason: reason.optional()
	}),
	supplemented: z.strictObject({
		round,
		items: count
	}),
	"supplement-provided": z.strictObject({ round }),
	opinion: z.strictObject({
		round,
		adviser: z.string(),
		conclusion: z.string()
	}),
	inquiry: z.strictObject({
		round,
		kind: z.string()
	}),
	"inquiry-ended": z.strictObject({ round }),
	extended: z.strictObject({
		round,
		reason
	}),
	examined: z.strictObject({
		round,
		conclusion: z.string(),
		problems: count
	}),
	concluded: z.strictObject({
		round,
		conclusion: z.string().nullable(),
		overdue: z.boolean(),
		urgent: z.boolean(),
		/** Opinions of advisers in this round. */
		advisers: count
	}),
	archived: archived("completed", "unfavourable", "rejected")
};
/** Recorded by states that only some categories have, by name of the fact. */
const onwardFacts = {
	adopted: z.strictObject({
		round,
		adoption: z.enum(Object.keys(adoptionLabels))
	}),
	deliberated: z.strictObject({
		round,
		result: z.string(),
		heldOn: day,
		dissent: count
	}),
	promulgated: z.strictObject({
		round,
		on: day,
		documentNumber: z.string(),
		registrationNumber: z.string().nullable(),
		/** Maximum years of validity under the rule set of the case. */
		validityYears: count
	}),
	signed: z.strictObject({
		round,
		on: day
	}),
	decided: z.strictObject({
		round,
		on: day,
		documentNumber: z.string().optional()
	}),
	served: z.strictObject({
		round,
		on: day
	}),
	publicised: z.strictObject({
		round,
		on: day,
		onTime
	}),
	filed: z.strictObject({
		round,
		on: day,
		onTime,
		recipient: z.string().optional(),
		/** Reports that the case still needs after this one. */
		remaining: count.optional()
	})
};
/** The facts of a category: those of the spine and, by name, those of the states that it adds. */
function factsOf(...onward) {
	return {
		...spineFacts,
		...Object.fromEntries(onward.map((fact) => [fact, onwardFacts[fact]]))
	};
}

// workflows/shared/parameters.ts
/**
* The default limits of the spine. They are defaults of the rule set and never constants in a rule; a town changes them
* with a rule set.
*/
/** Bounds of a limit: at least one day, at most a year of working days. */
const workdayLimit = {
	min: 1,
	max: 250
};
/** Bounds of a floor or an extension, which may be 0. */
const workdaysOrNone = {
	min: 0,
	max: 250
};
const daysOrNone = {
	min: 0,
	max: 366
};
/** The ladder of reminders of overdue tasks; labels begin with `whose`, keys with `prefix`. */
function ladderParameters(prefix, whose) {
	const parameter = (key, value, label, min) => ({ [`${prefix}reminder.${key}`]: {
		value,
		label: `${whose}${label}`,
		unit: "工作日",
		citation: citations.townRules,
		bounds: {
			min,
			max: 60
		}
	} });
	return {
		...parameter("overdue-days", 5, "逾期后继续催办的天数", 0),
		...parameter("stand-in-from", 2, "逾期第几日起同时提醒代理人", 1),
		...parameter("director-from", 3, "逾期第几日起同时提醒司法所所长", 1)
	};
}
/** Office hours in minutes after midnight: a number that an administrator can enter, and never an invalid time. */
const officeParameters = {
	"office.opening": {
		value: 510,
		label: "上班时间（自零时起的分钟数，510 即 8:30），提醒于此时发出",
		unit: "分钟",
		citation: citations.townRules,
		bounds: {
			min: 0,
			max: 1439
		},
		notAbove: "office.closing"
	},
	"office.closing": {
		value: 1050,
		label: "下班时间（自零时起的分钟数，1050 即 17:30），其后收到的视为下一工作日收到；1440 为不计",
		unit: "分钟",
		citation: citations.periods,
		bounds: {
			min: 0,
			max: 1440
		}
	}
};
const spineParameters = {
	"intake.limit": {
		value: 2,
		label: "受理期限",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"adviser.limit": {
		value: 3,
		label: "法律顾问意见期限",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"supplement.limit": {
		value: 5,
		label: "补正期限",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"inquiry.limit": {
		value: 10,
		label: "论证、请示期限",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"review.resume-restarts": {
		value: 0,
		label: "中止后恢复审查时期限重新计算（1 是，0 否，只计剩余）",
		unit: "是否",
		citation: citations.townRules,
		bounds: {
			min: 0,
			max: 1
		}
	},
	"leader-approval.required": {
		value: 1,
		label: "法律顾问认为不合法而审查结论相反时须领导审签（1 是，0 否）",
		unit: "是否",
		citation: citations.advisers,
		bounds: {
			min: 0,
			max: 1
		}
	},
	...officeParameters,
	...ladderParameters("", ""),
	...ladderParameters("adviser.", "法律顾问意见")
};
/**
* How long the files of a category are kept: 永久 (0), 30 or 10 years by the national list, which a province may extend.
*/
function retention(value) {
	return { [retentionKey]: {
		value,
		label: "归档后的保管期限（0为永久）",
		unit: "年",
		citation: citations.retention,
		bounds: {
			min: 0,
			max: 100
		}
	} };
}
/** One series of numbers for each kind of paper, shared by all categories of an office. */
const spineSeries = [
	{
		key: "opinion-letter",
		code: "合审",
		label: "审查意见书"
	},
	{
		key: "acceptance",
		code: "合受",
		label: "受理通知书"
	},
	{
		key: "supplement",
		code: "合补",
		label: "补正通知书"
	},
	{
		key: "return",
		code: "合退",
		label: "退回（不予审核）通知书"
	},
	{
		key: "filing",
		code: "合备",
		label: "备案报告"
	}
];

// workflows/shared/papers/numerals.ts
/** 一、二、三、 before the parts of a paper. */
const digits = [
	"",
	"一",
	"二",
	"三",
	"四",
	"五",
	"六",
	"七",
	"八",
	"九"
];
/** Chinese numeral of 1 to 99. */
function chineseNumeral(value) {
	const tens = Math.floor(value / 10);
	const ones = digits[value % 10] ?? "";
	if (tens === 0) return ones;
	return `${tens === 1 ? "" : digits[tens] ?? ""}十${ones}`;
}
function numberedParts(parts) {
	return parts.map(([title, content], index) => [`${chineseNumeral(index + 1)}、${title}`, content]);
}

// workflows/shared/papers/wording.ts
/** 2024年2月8日: Arabic figures, no zero padding. */
function dayText(day) {
	const [year, month, date] = day.split("-").map(Number);
	return `${year}年${month}月${date}日`;
}
function unitOf(source) {
	const unit = source.fields.submittingUnit;
	return typeof unit === "string" && unit !== "" ? unit : source.names[source.drafter] ?? "送审单位";
}
function nameOf(source, id) {
	return source.names[id] ?? "";
}
/** The newest event of these types, up to the one that caused the paper. */
function lastOf(source, ...types) {
	return source.events.findLast(({ type }) => types.includes(type)) ?? null;
}
function limitText(clock) {
	return `${clock.limit}个${clock.unit === "workday" ? "工作日" : "自然日"}`;
}
function clockOf(source, key) {
	return source.clocks.find((clock) => clock.key === key) ?? null;
}
function paragraph(text) {
	return {
		kind: "paragraph",
		text
	};
}
function heading(level, text) {
	return {
		kind: "heading",
		level,
		text
	};
}
/** Paragraphs numbered 1. 2. 3. */
function numbered(texts) {
	return texts.map((text, index) => paragraph(`${index + 1}. ${text}`));
}
/** Parts numbered 一、二、三、; a part without blocks is left out and takes no numeral. */
function parts(given) {
	return numberedParts(given.filter(([, blocks]) => blocks.length > 0)).flatMap(([title, blocks]) => [heading(1, title), ...blocks]);
}
/** A paper that goes out in the issuer's name on the day of its event. */
function letterOf(source, paper) {
	return {
		form: "letter",
		number: source.number,
		addressee: unitOf(source),
		signature: {
			by: source.organisation,
			on: source.cause.on
		},
		imprint: null,
		...paper,
		values: {
			...valuesOf(source),
			...paper.values
		}
	};
}
/** A form of the file: its content is in its table. */
function sheetOf(source, paper) {
	return letterOf(source, {
		form: "sheet",
		number: null,
		addressee: null,
		signature: null,
		...paper
	});
}
/** Values by placeholder name, for a town's template. */
function valuesOf(source) {
	return {
		事项名称: source.title,
		事项类别: source.categoryLabel,
		送审单位: unitOf(source),
		承办人: nameOf(source, source.drafter),
		审查机构: source.organisation,
		轮次: String(source.round),
		办理人: source.cause.actor?.name ?? "系统",
		理由: String(source.cause.payload?.reason ?? "")
	};
}

// workflows/shared/papers/advice.ts
function assignment(plan) {
	return (source) => {
		const names = (source.cause.payload?.advisers ?? []).map((id) => nameOf(source, id)).filter((name) => name !== "");
		const clock = clockOf(source, "adviser");
		const until = clock?.dueOn == null ? "" : `请于${dayText(clock.dueOn)}前（${limitText(clock)}内）出具书面意见。`;
		return letterOf(source, {
			title: "法律顾问指派函",
			addressee: names.join("、"),
			body: [
				paragraph(`现就${unitOf(source)}送审的《${source.title}》（${source.categoryLabel}），指派${names.join("、")}参与合法性审查。${until}`),
				paragraph("请重点就下列事项提出意见："),
				...numbered(Object.values(plan.questions).map((question) => `${question}。`)),
				paragraph("与本案有利害关系的，应当立即声明并回避。知悉的案件内容和工作秘密，应当保密。")
			],
			values: {
				法律顾问: names.join("、"),
				意见期限: until
			}
		});
	};
}
const pointParts = {
	problem: "问题",
	risk: "风险",
	basis: "依据",
	suggestion: "建议"
};
/** A point under （一）（二） with its problem, risk, basis and suggestion. */
function pointBlocks(point, ordinal) {
	return [heading(2, `（${ordinal}）${point.clause ?? "意见"}`), ...Object.entries(pointParts).flatMap(([key, label]) => {
		const text = point[key];
		return text === void 0 ? [] : [paragraph(`${label}：${text}`)];
	})];
}
const ordinals = "一二三四五六七八九十";
function opinion(source) {
	const given = source.cause.payload;
	const conclusion = adviserConclusions[given.conclusion] ?? "";
	const points = given.points ?? [];
	const adviser = source.cause.actor?.name ?? "";
	const behalf = source.cause.onBehalfOf === void 0 ? "" : `（代${source.cause.onBehalfOf.name}）`;
	return letterOf(source, {
		form: "sheet",
		title: "法律顾问意见书",
		number: null,
		addressee: source.organisation,
		body: [
			paragraph(`受${source.organisation}指派，对${unitOf(source)}送审的《${source.title}》进行审查，本人与本案没有利害关系，现出具意见如下。`),
			heading(1, "一、总体意见"),
			paragraph(given.text ?? ""),
			...points.length === 0 ? [] : [heading(1, "二、具体意见"), ...points.flatMap((point, index) => pointBlocks(point, ordinals[index] ?? String(index + 1)))],
			heading(1, points.length === 0 ? "二、结论" : "三、结论"),
			paragraph(`${conclusion}。`),
			paragraph("本意见供合法性审查参考，不代替审查机构的审查意见。")
		],
		signature: {
			by: `法律顾问：${adviser}${behalf}`,
			on: source.cause.on
		},
		values: {
			法律顾问: adviser,
			法律顾问结论: conclusion
		}
	});
}
function advicePapers(plan) {
	return [{
		kind: "adviser-assignment",
		title: "法律顾问指派函",
		event: "advisers.assign",
		compose: assignment(plan)
	}, {
		kind: "adviser-opinion",
		title: "法律顾问意见书",
		event: "opinion.give",
		compose: opinion
	}];
}

// workflows/shared/papers/letter.ts
/** Paragraphs about submission, acceptance and the people who gave an opinion. */
function course(source) {
	const submitted = lastOf(source, "submit");
	const accepted = lastOf(source, "accept");
	const advisers = source.opinions.filter(({ act, round }) => act === "adviser" && round === source.round).map(({ by }) => by.name);
	const unique = [...new Set(advisers)];
	const number = accepted?.numbers[0];
	const round = source.round > 1 ? `本次为第${source.round}轮审查。` : "";
	return [paragraph([
		submitted === null ? "" : `${unitOf(source)}于${dayText(submitted.on)}送审《${source.title}》`,
		accepted === null ? "。" : `，本机构于${dayText(accepted.on)}受理${number === void 0 ? "" : `（${number}）`}。`,
		unique.length === 0 ? "" : `审查中听取了法律顾问${unique.join("、")}的意见。`,
		round
	].join(""))];
}
function blocksOf(part, lines) {
	const texts = lines.filter((line) => line.part === part).map(({ text }) => text);
	return part === "conclusion" ? texts.map(paragraph) : numbered(texts);
}
function letter(plan) {
	return (source) => {
		const signed = signedLetter({ round: source.round }, source.opinions);
		const lines = signed?.lines ?? [];
		const conclusion = plan.conclusions[signed?.opinion.conclusion ?? ""] ?? "";
		const unit = unitOf(source);
		return letterOf(source, {
			title: `关于《${source.title}》的合法性审查意见书`,
			body: [
				...parts([["基本情况", course(source)], ...Object.entries(letterParts).map(([key, label]) => [label, blocksOf(key, lines)])]),
				paragraph("请逐条研究并书面反馈采纳情况；未采纳或者部分采纳的，应当说明理由和依据，随材料一并提交。"),
				paragraph("本意见仅供内部使用，不得对外公开、引用。")
			],
			imprint: {
				copies: null,
				by: source.organisation,
				on: source.cause.on
			},
			values: {
				审查结论: conclusion,
				主送: unit,
				签发人: signed?.opinion.by.name ?? ""
			}
		});
	};
}
function letterPapers(plan) {
	return [{
		kind: "opinion-letter",
		title: "合法性审查意见书",
		event: "sign-off",
		compose: letter(plan)
	}];
}

// workflows/shared/papers/notices.ts
function submittedOn(source) {
	const submitted = lastOf(source, "submit");
	return submitted === null ? "" : dayText(submitted.on);
}
/** The sentence with the last day of the review and its legal basis. */
function reviewLimit(source) {
	const clock = clockOf(source, "review");
	if (clock === null || clock.dueOn === null) return "";
	const until = clock.provisional ? `预计于${dayText(clock.dueOn)}前（节假日安排尚未公布，以公布后重新计算的日期为准）` : `于${dayText(clock.dueOn)}前`;
	return `审查期限为${limitText(clock)}，自受理之次日起计算，${until}审结。`;
}
function acceptance$1(source) {
	return letterOf(source, {
		title: "受理通知书",
		body: [
			paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》（${source.categoryLabel}），经审核，材料齐全，符合送审要求，现予受理。`),
			paragraph(reviewLimit(source)),
			paragraph("补正材料、征求专家意见或者请示上级机关的时间，按规定不计入审查期限。"),
			paragraph("未经合法性审查或者经审查不合法的，不得提交集体讨论、对外签订或者作出决定。"),
			paragraph("特此通知。")
		].filter(({ text }) => text !== ""),
		values: { 审查期限: reviewLimit(source) }
	});
}
function supplement(source) {
	const items = source.cause.payload?.items ?? [];
	const clock = clockOf(source, "supplement");
	const until = clock?.dueOn == null ? "请按要求及时补正。" : `请于${dayText(clock.dueOn)}前（${limitText(clock)}内）一次性补齐。逾期未补正的，作退回处理。`;
	return letterOf(source, {
		title: "补正通知书",
		body: [
			paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》，经审核，需要补正以下全部材料（事项）：`),
			...numbered(items),
			paragraph(until),
			...clockOf(source, "review") === null ? [] : [paragraph("审查期限自本通知次日起中止，自材料补齐之次日起继续计算。")],
			paragraph("特此通知。")
		],
		values: { 补正事项: items.map((item, index) => `${index + 1}. ${item}`).join("\n") }
	});
}
const expired = "未在规定期限内补正材料。";
function returned(source) {
	const reason = source.cause.type === "supplement.expire" ? expired : String(source.cause.payload?.reason ?? "");
	return letterOf(source, {
		title: "退回通知书",
		body: [
			paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》，经审核，予以退回。理由如下：`),
			paragraph(reason),
			paragraph("请按要求修改、完善后重新送审。"),
			paragraph("特此通知。")
		],
		values: { 理由: reason }
	});
}
function declined(source) {
	return letterOf(source, {
		title: "不予审核通知书",
		body: [
			paragraph(`你单位于${submittedOn(source)}送审的《${source.title}》，经认定，不属于合法性审查的范围，不予审核。理由如下：`),
			paragraph(String(source.cause.payload?.reason ?? "")),
			paragraph("特此通知。")
		]
	});
}
function extension(source) {
	const clock = clockOf(source, "review");
	const until = clock?.dueOn == null ? "" : `延长后的审查期限至${dayText(clock.dueOn)}止。`;
	return letterOf(source, {
		title: "延期审查告知书",
		body: [
			paragraph(`你单位送审的《${source.title}》，因以下原因不能在规定期限内审结，经批准，延长审查期限：`),
			paragraph(String(source.cause.payload?.reason ?? "")),
			...until === "" ? [] : [paragraph(until)],
			paragraph("特此告知。")
		],
		values: { 延长至: until }
	});
}
function noticePapers(_plan) {
	return [
		{
			kind: "acceptance",
			title: "受理通知书",
			event: "accept",
			compose: acceptance$1
		},
		{
			kind: "supplement",
			title: "补正通知书",
			event: "supplement.request",
			compose: supplement
		},
		{
			kind: "return",
			title: "退回通知书",
			event: "return",
			compose: returned
		},
		{
			kind: "decline",
			title: "不予审核通知书",
			event: "decline",
			compose: declined
		},
		{
			kind: "extension",
			title: "延期审查告知书",
			event: "review.extend",
			compose: extension
		}
	];
}

// workflows/shared/papers/sheets.ts
/** Forms of the file: submission, adoption, filing, register sheet, cover and index. */
/** A table of two columns, label and value. Empty values are left blank to be filled in by hand. */
function form(rows) {
	return {
		kind: "table",
		widths: [1, 3],
		head: false,
		rows
	};
}
function materialRows(plan, source) {
	return source.documents.map(({ kind, name, version }, index) => [
		String(index + 1),
		plan.materials.find((material) => material.kind === kind)?.label ?? kind,
		`${name}${version > 1 ? `（第${version}版）` : ""}`
	]);
}
function submission$1(plan) {
	return (source) => {
		const { urgent, note } = source.cause.payload;
		return sheetOf(source, {
			title: "合法性审查送审表",
			body: [
				form([
					["事项名称", source.title],
					["事项类别", source.categoryLabel],
					["送审单位", unitOf(source)],
					["承办人", source.cause.actor?.name ?? ""],
					["送审日期", dayText(source.cause.on)],
					["审查轮次", `第${source.round}轮`],
					["紧急办理", urgent === void 0 ? "否" : `是：${urgentCauses[urgent.cause]}（依据：${urgent.basisDocument}；批准人：${urgent.approver}）`],
					["送审说明", note ?? ""]
				]),
				paragraph("送审材料："),
				{
					kind: "table",
					widths: [
						3,
						7,
						12
					],
					head: true,
					rows: [[
						"序号",
						"材料",
						"文件"
					], ...materialRows(plan, source)]
				},
				paragraph("本单位对所送材料的真实性、完整性负责。")
			],
			signature: {
				by: unitOf(source),
				on: source.cause.on
			}
		});
	};
}
function adoptedText(adopted) {
	if (typeof adopted === "boolean") return adopted ? "采纳" : "未采纳";
	return {
		full: "采纳",
		partial: "部分采纳",
		none: "未采纳"
	}[adopted];
}
function adoption(source) {
	const given = source.cause.payload;
	const asked = linesToAnswer({ round: source.round }, source.opinions);
	const lines = given.lines ?? [];
	const answered = (index) => lines.find(({ line }) => line === index + 1);
	const whole = given.adoption === "full" ? "采纳" : "";
	const rows = [...asked.map(({ text }, index) => {
		const answer = answered(index);
		const said = answer === void 0 ? [whole, ""] : [adoptedText(answer.adopted), wordsOf(answer)];
		return [
			String(index + 1),
			text,
			...said
		];
	}), ...lines.filter(({ line }) => line === void 0).map((answer, index) => [
		String(asked.length + index + 1),
		answer.point ?? "",
		adoptedText(answer.adopted),
		wordsOf(answer)
	])];
	const letter = lastOf(source, "sign-off", "leader.approve");
	return sheetOf(source, {
		title: "审查意见采纳情况反馈表",
		body: [
			form([
				["事项名称", source.title],
				["送审单位", unitOf(source)],
				["审查意见书文号", letter?.numbers[0] ?? ""],
				["总体情况", adoptionLabels[given.adoption]],
				["未采纳的理由", given.reasons ?? ""]
			]),
			...rows.length === 0 ? [] : [paragraph("逐条反馈："), {
				kind: "table",
				widths: [
					3,
					9,
					4,
					9
				],
				head: true,
				rows: [[
					"序号",
					"审查意见",
					"采纳情况",
					"理由及修改后的文字"
				], ...rows]
			}],
			...given.adoption === "full" ? [] : [paragraph("未全部采纳的理由和依据，随材料一并提交集体讨论。")]
		],
		signature: {
			by: unitOf(source),
			on: source.cause.on
		},
		values: { 采纳情况: adoptionLabels[given.adoption] }
	});
}
function wordsOf({ reason, changedText }) {
	return [reason, changedText === void 0 ? void 0 : `修改为：${changedText}`].filter((each) => each !== void 0).join("\n");
}
function filing(source) {
	const { target, on, receiptNumber } = source.cause.payload;
	const letter = lastOf(source, "sign-off", "leader.approve");
	const act = lastOf(source, "promulgate", "decision.make", "contract.sign");
	const number = act?.payload?.documentNumber;
	return letterOf(source, {
		title: `关于报送《${source.title}》备案的报告`,
		addressee: target ?? "",
		body: [
			paragraph(act === null ? `现将${unitOf(source)}办理的《${source.title}》按规定报送备案。` : `${unitOf(source)}办理的《${source.title}》${typeof number === "string" ? `（${number}）` : ""}，已于${dayText(String(act.payload?.on ?? act.on))}${act.label}。现按规定报送备案。`),
			paragraph(letter === null ? "" : `该事项经合法性审查，于${dayText(letter.on)}出具审查意见书${letter.numbers[0] === void 0 ? "" : `（${letter.numbers[0]}）`}。`),
			...receiptNumber === void 0 ? [] : [paragraph(`备案回执号：${receiptNumber}。`)],
			paragraph("附件：正式文本、起草说明及有关材料。"),
			paragraph("专此报告。")
		].filter(({ text }) => text !== ""),
		signature: {
			by: source.organisation,
			on: on ?? source.cause.on
		},
		values: {
			备案机关: target ?? "",
			报备日期: on === void 0 ? "" : dayText(on)
		}
	});
}
function registerSheet(plan) {
	return (source) => {
		const day = (...types) => {
			const event = lastOf(source, ...types);
			return event === null ? "" : dayText(event.on);
		};
		const letter = lastOf(source, "sign-off", "leader.approve");
		const findings = lastOf(source, "findings.record");
		const answer = lastOf(source, "adoption.record");
		const advisers = source.opinions.filter(({ act }) => act === "adviser").map(({ by }) => by.name);
		const act = lastOf(source, "promulgate", "decision.make", "contract.sign");
		return sheetOf(source, {
			title: "合法性审查登记表",
			body: [form([
				["事项名称", source.title],
				["事项类别", source.categoryLabel],
				["送审单位", unitOf(source)],
				["承办人", source.names[source.drafter] ?? ""],
				["送审日期", day("submit")],
				["受理日期", day("accept")],
				["审查人", findings?.actor?.name ?? ""],
				["法律顾问", [...new Set(advisers)].join("、")],
				["审查结论", plan.conclusions[String(findings?.payload?.conclusion ?? "")] ?? ""],
				["审查意见书文号", letter?.numbers[0] ?? ""],
				["签发人、日期", letter === null ? "" : `${letter.actor?.name ?? ""}\u3000${dayText(letter.on)}`],
				["采纳情况", adoptionLabels[answer?.payload?.adoption] ?? ""],
				[act?.label ?? "后续办理", act === null ? "" : dayText(String(act.payload?.on ?? act.on))],
				["备案日期", day("file")],
				["归档日期、档号", `${day("archive")}\u3000${String(source.cause.payload?.fileNumber ?? "")}`]
			])]
		});
	};
}
function cover(source) {
	const first = source.events[0];
	return sheetOf(source, {
		form: "cover",
		title: "合法性审查案卷",
		body: [form([
			["案卷题名", source.title],
			["事项类别", source.categoryLabel],
			["送审单位", unitOf(source)],
			["审查机构", source.organisation],
			["起止日期", `${first === void 0 ? "" : dayText(first.on)}至${dayText(source.cause.on)}`],
			["件数", `${source.documents.length + source.papers.length}件`],
			["档号", String(source.cause.payload?.fileNumber ?? "")],
			["保管期限", source.retention === null ? "" : retentionLabel(source.retention)],
			["立卷人", source.cause.actor?.name ?? ""]
		])]
	});
}
/** 20240208: how a file index writes a day. */
function digitsOf(day) {
	return day.replaceAll("-", "");
}
/**
* The author of a document (责任者): the unit for what it submits, the adviser for their opinion, otherwise the issuer.
*/
function authorOf(source, kind) {
	if (kind === "submission-form" || kind === "adoption-feedback") return unitOf(source);
	return kind === "adviser-opinion" ? "法律顾问" : source.organisation;
}
/**
* The columns are those of 《文书档案案卷格式》（GB/T 9705-2008）. Page counts and remarks are left blank: pages are counted when
* the file is bound, after this paper is made.
*/
function index(plan) {
	return (source) => {
		const papers = source.papers.map(({ kind, title, number, on }) => ({
			on,
			row: [
				number ?? "",
				authorOf(source, kind),
				title,
				digitsOf(on)
			]
		}));
		const documents = source.documents.map(({ kind, name, on }) => ({
			on,
			row: [
				"",
				unitOf(source),
				`${plan.materials.find((each) => each.kind === kind)?.label ?? kind}：${name}`,
				digitsOf(on)
			]
		}));
		const rows = [...papers, ...documents].sort((a, b) => a.on < b.on ? -1 : a.on > b.on ? 1 : 0).map(({ row }, place) => [
			String(place + 1),
			...row,
			"",
			""
		]);
		return sheetOf(source, {
			title: "卷内目录",
			body: [{
				kind: "table",
				widths: [
					15,
					35,
					26,
					36,
					20,
					12,
					12
				],
				head: true,
				small: true,
				rows: [[
					"顺序号",
					"文号",
					"责任者",
					"题名",
					"日期",
					"页号",
					"备注"
				], ...rows]
			}]
		});
	};
}
function sheetPapers(plan) {
	return [
		{
			kind: "submission-form",
			title: "合法性审查送审表",
			event: "submit",
			compose: submission$1(plan)
		},
		{
			kind: "adoption-feedback",
			title: "采纳情况反馈表",
			event: "adoption.record",
			compose: adoption
		},
		{
			kind: "filing-report",
			title: "备案报告",
			event: "file",
			compose: filing
		},
		{
			kind: "register-sheet",
			title: "合法性审查登记表",
			event: "archive",
			compose: registerSheet(plan)
		},
		{
			kind: "file-cover",
			title: "卷宗封面",
			event: "archive",
			compose: cover
		},
		{
			kind: "file-index",
			title: "卷内目录",
			event: "archive",
			compose: index(plan)
		}
	];
}

// workflows/shared/papers/slips.ts
const open = [
	"running",
	"overdue",
	"paused"
];
function reminder(source) {
	const due = source.clocks.filter(({ status, dueOn }) => open.includes(status) && dueOn !== null);
	return letterOf(source, {
		title: "催办单",
		number: null,
		body: [
			paragraph(`${unitOf(source)}办理的《${source.title}》（${source.categoryLabel}），以下期限尚待办理：`),
			...due.length === 0 ? [paragraph("目前没有计算中的期限。")] : numbered(due.map((clock) => `${clock.label}：自${dayText(clock.startedOn)}起${limitText(clock)}，${dayText(clock.dueOn ?? "")}${clock.status === "overdue" ? "届满，已经逾期" : clock.provisional ? "届满（暂估）" : "届满"}。`)),
			paragraph("请抓紧办理，并反馈办理情况。")
		]
	});
}
function expiry(source) {
	const ends = source.clocks.filter(({ key }) => /^(validity|expiry|payment)/.test(key));
	return letterOf(source, {
		title: "到期提醒",
		number: null,
		body: [
			paragraph(`你单位办理的《${source.title}》，以下日期将至：`),
			...ends.length === 0 ? [paragraph("目前没有有效期、合同期限或者付款日期。")] : numbered(ends.map(({ label, dueOn }) => `${label}：${dueOn === null ? "未定" : dayText(dueOn)}。`)),
			paragraph("请在届满前研究是否继续执行、修改、废止或者续签，并按规定办理。")
		]
	});
}
const slipPapers = [{
	kind: "reminder-slip",
	title: "催办单",
	event: null,
	compose: reminder
}, {
	kind: "expiry-notice",
	title: "到期提醒",
	event: null,
	compose: expiry
}];

// workflows/shared/papers/index.ts
/** @param events events of the category; a paper whose event is missing here is left out */
function papersOf(plan, events) {
	return [
		...noticePapers(plan),
		...advicePapers(plan),
		...letterPapers(plan),
		...sheetPapers(plan),
		...slipPapers
	].filter(({ event }) => event === null || event in events);
}
function letterSpec(conclusions) {
	return {
		parts: letterParts,
		answered: "opinions",
		draft: (context, signed) => draftLetter(conclusions, context, signed),
		signed: (context, signed) => context.director === null ? null : signedLetter(context, signed)?.lines ?? null
	};
}

// workflows/shared/plan.ts
/** Target of a top-level state, or of a state within one, from anywhere in the machine. */
function at(plan, path) {
	return `#${plan.key}.${path}`;
}
/** True when the findings reached this conclusion. */
function concludes(conclusion, label) {
	return {
		id: `conclusion.${conclusion}`,
		label: `结论为${label}`,
		holds: ({ context }) => context.conclusion === conclusion
	};
}
/** Stops these clocks when a case ends before its act. */
function dropped(...keys) {
	return Object.fromEntries(keys.map((key) => [key, "drop"]));
}

// workflows/shared/records.ts
/**
* Effects of the spine's acts: take numbers, record facts, sign opinions, send notices. Machines yield effects; the
* commit writes them.
*/
/**
* Records a fact of the spine; the year's figures are counts of these. `detail` is evaluated after the transition's
* updates; the round is added.
*/
function record(fact, ...[detail]) {
	return recordOwn(fact, detail);
}
/** Records a fact that only this category has; its schema is in the `facts` of the definition. */
function recordOwn(fact, detail = () => ({})) {
	return recordFact(fact, (input) => ({
		round: input.context.round,
		...detail(input)
	}));
}
function takeNumber(series, purpose) {
	return effect({
		type: "takeNumber",
		series,
		purpose
	});
}
/** Issues a paper of the category, made from the rows that this commit and earlier ones wrote. */
function issuePaper(paper) {
	return effect(({ context }) => ({
		type: "issuePaper",
		paper,
		round: context.round
	}));
}
/** Papers that archiving adds to the file. */
const filePapers = [
	issuePaper("register-sheet"),
	issuePaper("file-cover"),
	issuePaper("file-index")
];
/** A notice contains neither parties nor facts of the case. */
function notifyDrafter(notice, text) {
	return effect(({ context }) => ({
		type: "notify",
		to: [{
			kind: "person",
			id: context.drafter
		}],
		notice,
		text
	}));
}
/** Notifies the person who recorded the findings, or the role when nobody has. */
function notifyReviewer(notice, text) {
	return effect(({ context }) => ({
		type: "notify",
		to: [context.reviewer === null ? {
			kind: "role",
			role: "reviewer"
		} : {
			kind: "person",
			id: context.reviewer
		}],
		notice,
		text
	}));
}
const adviserOpinionSigned = effect(({ context, event }) => ({
	type: "recordOpinion",
	opinion: {
		act: "adviser",
		conclusion: event.payload.conclusion,
		text: event.payload.text,
		points: event.payload.points ?? [],
		round: context.round
	}
}));
/** The reviewer's signed findings: every question with its finding and reason, and the rebuttal as a separate point. */
function findingsSigned(questions) {
	return effect(({ context, event }) => {
		const points = event.payload.points;
		const rebuttal = event.payload.rebuttal;
		return {
			type: "recordOpinion",
			opinion: {
				act: "reviewer",
				conclusion: event.payload.conclusion,
				text: event.payload.text,
				points: [...points.map(({ point, finding, reason }) => ({
					problem: questions[point] ?? point,
					finding,
					...reason === void 0 ? {} : { basis: reason }
				})), ...rebuttal === void 0 ? [] : [{
					problem: "不采纳法律顾问意见的理由",
					basis: rebuttal
				}]],
				round: context.round
			}
		};
	});
}
/** The director's signature under the letter as edited, or as assembled from the findings. */
function letterSigned(conclusions) {
	return effect(({ context, event }) => ({
		type: "recordOpinion",
		opinion: {
			act: "director",
			conclusion: context.conclusion ?? "",
			text: event.payload.note ?? "同意",
			points: event.payload.letter?.lines ?? draftLetter(conclusions, context, event.env.opinions ?? []),
			round: context.round
		}
	}));
}
/** The leader's signature under the letter that the director signed. */
const leaderSigned = effect(({ context, event }) => ({
	type: "recordOpinion",
	opinion: {
		act: "leader",
		conclusion: context.conclusion ?? "",
		text: event.payload.note ?? "同意",
		points: [],
		round: context.round
	}
}));
/** Issues the opinion letter: takes its number, now and not at drafting, and counts the review in this year. */
const letterIssued = [
	takeNumber("opinion-letter", "审查意见书"),
	issuePaper("opinion-letter"),
	record("concluded", ({ context, event }) => ({
		conclusion: context.conclusion,
		overdue: event.env.clocks.review?.status === "overdue",
		urgent: context.urgent,
		advisers: context.opinions.length
	})),
	notifyDrafter("review.concluded", "您送审的事项已审结，请查看审查意见书并办理后续事项。")
];

// workflows/shared/rules/materials.ts
/** Rules about the materials that a review needs before it begins. */
/** All required materials are present; the refusal lists all missing ones at once, by label. */
function materialsComplete(materials, citation) {
	const missing = ({ context, event }) => requiredMaterials({ materials }, { ...context }).filter(({ kind }) => !event.env.documents.some((document) => document.kind === kind)).map(({ label }) => label);
	return {
		id: "materials.complete",
		summary: "必需的送审材料齐全；缺少的一次列明。",
		message: (input) => `送审材料不齐，还缺：${missing(input).join("、")}。请上传后再提交。`,
		citation,
		enforcesMaterials: materials.map(({ kind }) => kind),
		holds: (input) => missing(input).length === 0
	};
}
const affectsMarketEntities = (context) => context.fields.affectsMarketEntities === true;
/** A policy that affects competition must not be issued without its own review (公平竞争审查条例 18). */
const fairCompetition = {
	id: "materials.fair-competition",
	message: "本事项涉及经营者经济活动，未经公平竞争审查的不得出台，请先上传公平竞争审查材料。",
	citation: citations.fairCompetition,
	enforcesMaterials: ["fair-competition"],
	holds: ({ context, event }) => !affectsMarketEntities(context) || event.env.documents.some(({ kind }) => kind === "fair-competition")
};
/** Urgent handling only for the causes that the category's rules name (国办发〔2018〕115号). */
function urgentNamedCause(allowed, citation) {
	return {
		id: "urgent.named-cause",
		message: `紧急办理仅限于：${allowed.map((cause) => urgentCauses[cause]).join("；")}。请按一般程序送审，或更正紧急事由。`,
		citation,
		readsPayload: true,
		holds: ({ event }) => event.payload.urgent === void 0 || allowed.includes(event.payload.urgent.cause)
	};
}
/** Urgent handling must be approved no later than the day on which it is requested. */
const urgentApprovedBefore = {
	id: "urgent.approved-before",
	message: "紧急办理的批准日期晚于今天，请先报经批准，再按紧急程序送审。",
	citation: citations.townRules,
	readsPayload: true,
	holds: ({ event }) => !(event.payload.urgent?.approvedOn > event.env.today)
};

// workflows/shared/states/intake.ts
/** From the draft to acceptance, the supplement, and the ends before a review. */
const spineClockKeys = [
	"intake",
	"review",
	"adviser",
	"supplement",
	"inquiry"
];
const drafterOnly = ({ drafter }) => [drafter];
/** From the second round on the case has an opinion letter: a refusal sends it back to the unit and does not end it. */
const resubmitted = {
	id: "round.resubmitted",
	label: "重新送审的事项",
	impliesFacts: ["resubmitted"],
	holds: ({ context }) => context.resubmitted
};
const fromReview = {
	id: "supplement.from-review",
	label: "审查中要求补正",
	holds: ({ context }) => context.supplementFrom === "review"
};
const declineFirstRoundOnly = {
	id: "decline.first-round-only",
	message: "本事项此前已经审查，不能再不予审核；材料不符合要求的，请退回。",
	citation: null,
	holds: ({ context }) => !context.resubmitted
};
const submitTask = {
	role: "submitter",
	completes: ["submit"],
	holders: drafterOnly
};
const draftTask = {
	...submitTask,
	key: "draft",
	label: "提交送审"
};
const reviseTask = (key) => ({
	...submitTask,
	key,
	label: "修改后重新送审"
});
/**
* Refuses, with the article that requires the review, acts that are possible only after it; this text explains the
* disabled button.
*/
function heldBack(plan, ...rules) {
	const refusing = rules.length > 0 ? rules : [plan.rules.concluded];
	return Object.fromEntries(plan.acts.map((act) => [act, { guard: gate({
		when: tooEarly,
		rules: refusing
	}) }]));
}
/** Always true; its label shows in the diagram that the transition is a refusal. */
const tooEarly = {
	id: "act.too-early",
	label: "此时不得办理",
	holds: () => true
};
const handIn = update(({ event }) => ({
	handedInBy: event.env.actor.id,
	urgent: event.payload.urgent !== void 0
}));
const nextRound = update(({ context, event }) => ({
	...blankRound,
	round: context.round + 1,
	resubmitted: true,
	supplementFrom: "intake",
	handedInBy: event.env.actor.id,
	urgent: event.payload.urgent !== void 0
}));
/**
* A new round: the old one is cleared from the context and stays in the history; the next acceptance starts a new
* clock.
*/
function submitAgain(plan, rules = []) {
	return submission(plan, rules, [
		nextRound,
		record("resubmitted", ({ context }) => ({ urgent: context.urgent })),
		issuePaper("submission-form")
	]);
}
function submission(plan, rules, actions) {
	const kept = [
		...rules,
		...plan.rules.materials,
		...plan.rules.submit,
		urgentApprovedBefore
	];
	const target = at(plan, "submitted");
	const through = plan.submitThrough;
	if (through === void 0) return [{
		guard: gate({ rules: kept }),
		target,
		actions
	}];
	return [{
		guard: gate({
			when: through.when,
			rules: kept
		}),
		target: at(plan, through.state),
		actions
	}, {
		guard: gate({
			when: not(through.when),
			rules: kept
		}),
		target,
		actions
	}];
}
function intakeStates(plan) {
	const { rules } = plan;
	const reviews = [drafterNotReviewer, reviewerNotAdviser];
	return {
		draft: {
			meta: {
				stage: "起草",
				task: draftTask
			},
			on: {
				...heldBack(plan),
				submit: submission(plan, [], [
					handIn,
					record("received", ({ context }) => ({ urgent: context.urgent })),
					issuePaper("submission-form")
				])
			}
		},
		submitted: {
			meta: {
				stage: "待受理",
				clocks: {
					intake: "run",
					supplement: "stop"
				},
				task: {
					key: "intake",
					role: "reviewer",
					label: "受理",
					completes: [
						"accept",
						"return",
						"decline",
						"supplement.request",
						"recuse"
					],
					clock: "intake"
				}
			},
			on: {
				...heldBack(plan),
				accept: {
					guard: gate({ rules: [
						...reviews,
						...rules.reviewer,
						...rules.accept
					] }),
					target: "review",
					actions: [
						takeNumber("acceptance", "受理通知书"),
						issuePaper("acceptance"),
						record("accepted"),
						notifyDrafter("case.accepted", "您送审的事项已受理。")
					]
				},
				"supplement.request": {
					guard: gate({ rules: reviews }),
					target: "supplementing",
					actions: supplementAsked("intake")
				},
				return: turnedAway(reviews, "returned", "resubmission-returned", [
					takeNumber("return", "退回通知书"),
					issuePaper("return"),
					notifyDrafter("case.returned", "您送审的事项已退回，请查看退回理由。")
				]),
				decline: {
					guard: gate({ rules: [...reviews, declineFirstRoundOnly] }),
					target: "declined",
					actions: [
						takeNumber("return", "不予审核通知书"),
						issuePaper("decline"),
						record("declined", ({ event }) => ({ reason: event.payload.reason })),
						notifyDrafter("case.declined", "您送审的事项不予审核，请查看理由。")
					]
				},
				withdraw: turnedAway([ownCase], "withdrawn", "resubmission-withdrawn", []),
				recuse: {}
			}
		},
		supplementing: {
			meta: {
				stage: "待补正",
				clocks: {
					intake: "stop",
					review: "pause",
					adviser: "pause",
					supplement: "run"
				},
				task: {
					key: "supplement",
					role: "submitter",
					label: "补正材料",
					completes: ["supplement.provide"],
					clock: "supplement",
					holders: drafterOnly
				}
			},
			on: {
				...heldBack(plan),
				"supplement.provide": [{
					...supplementProvided(plan, fromReview),
					target: "review.before"
				}, {
					...supplementProvided(plan, not(fromReview)),
					target: "submitted"
				}],
				"supplement.expire": turnedAway([], "returned", "resubmission-returned", [
					takeNumber("return", "退回通知书"),
					issuePaper("return"),
					notifyDrafter("case.returned", "补正逾期，您送审的事项已退回。"),
					notifyReviewer("case.returned", "补正逾期，案件已退回。")
				]),
				withdraw: turnedAway([ownCase, notAccepted], "withdrawn", "resubmission-withdrawn", [])
			}
		},
		revising: revisingState(plan, "revise", "审查未通过，待修改", { review: "stop" }),
		"resubmission-returned": revisingState(plan, "revise-returned", "重新送审被退回或撤回", dropped(...spineClockKeys)),
		returned: ended(plan, "已退回"),
		declined: ended(plan, "不予审核"),
		withdrawn: ended(plan, "已撤回")
	};
}
const notAccepted = {
	id: "withdraw.before-acceptance",
	message: "案件已经受理，不能再撤回；不再办理的，请与审查人联系。",
	citation: null,
	holds: ({ context }) => context.supplementFrom === "intake"
};
/**
* Notice of everything that is missing, all at once; the review's clock is paused from the notice until everything was
* received.
*/
function supplementAsked(from) {
	return [
		update(() => ({ supplementFrom: from })),
		takeNumber("supplement", "补正通知书"),
		issuePaper("supplement"),
		record("supplemented", ({ event }) => ({ items: event.payload.items.length })),
		notifyDrafter("supplement.requested", "您送审的事项需要补正材料，请查看补正通知。")
	];
}
function supplementProvided(plan, when) {
	return {
		guard: gate({
			when,
			rules: plan.rules.materials
		}),
		actions: [record("supplement-provided"), notifyReviewer("supplement.provided", "补正材料已提交，请继续办理。")]
	};
}
/** The first time it is an end; a resubmission goes back to the unit, because its concluded review stays counted. */
function turnedAway(rules, end, later, actions) {
	const reason = ({ event }) => ({ reason: event.type === "supplement.expire" ? "补正逾期" : event.payload.reason });
	return [{
		guard: gate({
			when: not(resubmitted),
			rules
		}),
		target: end,
		actions: [...actions, record(end, reason)]
	}, {
		guard: gate({
			when: resubmitted,
			rules
		}),
		target: "resubmission-returned",
		actions: [...actions, record(later, reason)]
	}];
}
/** The unit revises and submits again, or the archivist archives the case. */
function revisingState(plan, task, stage, clocks) {
	return {
		meta: {
			stage,
			task: reviseTask(task),
			clocks
		},
		on: {
			...heldBack(plan),
			submit: submitAgain(plan),
			archive: {
				target: at(plan, "archived"),
				actions: [record("archived", ({ event }) => ({
					outcome: "unfavourable",
					fileNumber: event.payload.fileNumber ?? null
				})), ...filePapers]
			}
		}
	};
}
/** An end before the act stops every clock. */
function ended(plan, stage) {
	return {
		type: "final",
		meta: {
			stage,
			clocks: dropped(...spineClockKeys, ...plan.ownClocks ?? [])
		}
	};
}

// workflows/shared/rules/review.ts
/** Rules of the review itself: advisers, findings, rebuttal, extension. */
/** Only advisers of the town who have no other part in the case and did not recuse themselves, each at most once. */
const advisersEligible = {
	id: "advisers.eligible",
	summary: "法律顾问须在本镇名册内，不是承办人、审查人，未回避，不重复。",
	message: (input) => `不能指派：${ineligible(input).join("；")}。请另选法律顾问。`,
	citation: citations.lawyers,
	readsPayload: true,
	holds: (input) => ineligible(input).length === 0
};
function ineligible({ context, event }) {
	const chosen = event.payload.advisers;
	return chosen.flatMap((id, index) => {
		const person = event.env.people[id];
		if (person === void 0 || !person.roles.includes("adviser")) return [`“${id}”不是本镇的法律顾问`];
		if (chosen.indexOf(id) !== index) return [`${person.name}重复`];
		if (id === context.drafter || id === context.handedInBy) return [`${person.name}是本案的承办人`];
		if (id === event.env.actor.id || id === context.reviewer) return [`${person.name}是本案的审查人`];
		if (event.recused.includes(id)) return [`${person.name}已就本案回避`];
		return [];
	});
}
/** Advisers of this round who still have to give their opinion. */
function outstandingAdvisers({ advisers, opinions }) {
	return advisers.filter((adviser) => !opinions.some((opinion) => opinion.adviser === adviser));
}
/**
* The adviser's opinion comes before the reviewer's: every assigned adviser has given one, and there is at least one
* where an adviser is mandatory.
*/
function adviserOpinionRequired(required, citation) {
	return {
		id: "adviser-opinion.required",
		summary: "应当听取法律顾问意见的须有其意见；已指派的须全部出具。",
		message: ({ context }) => context.advisers.length === 0 ? "本事项应当先听取法律顾问意见，请先指派法律顾问。" : "已指派的法律顾问尚未全部出具意见，请待其出具意见后，再提出审查意见。",
		citation,
		holds: ({ context }) => outstandingAdvisers(context).length === 0 && (context.opinions.length > 0 || !required(context))
	};
}
/** Every review question of the category is answered, so that the reviewer can prove it later. */
function allPointsAnswered(questions, citation) {
	const missing = ({ event }) => {
		const answered = event.payload.points;
		return Object.keys(questions).filter((key) => !answered.some(({ point }) => point === key)).map((key) => questions[key] ?? key);
	};
	return {
		id: "findings.all-points",
		summary: "审查要点逐项填写。",
		message: (input) => `审查要点应当逐项填写，还缺：${missing(input).join("、")}。`,
		citation,
		readsPayload: true,
		holds: (input) => missing(input).length === 0
	};
}
/** A finding of "problem" needs a reason. */
function problemsHaveReasons(questions) {
	const bare = ({ event }) => {
		return event.payload.points.filter(({ finding, reason }) => finding === "problem" && reason === void 0).map(({ point }) => questions[point] ?? point);
	};
	return {
		id: "findings.problem-needs-reason",
		summary: "认定存在问题的写明理由。",
		message: (input) => `认定存在问题的，应当写明理由：${bare(input).join("、")}。`,
		citation: null,
		readsPayload: true,
		holds: (input) => bare(input).length === 0
	};
}
/**
* When an adviser finds the matter illegal and the reviewer lets it pass, a reasoned rebuttal is required
* (中办发〔2016〕30号).
*/
function rebuttalRequired(passing) {
	return {
		id: "rebuttal.required",
		message: "法律顾问认为不合法，而审查结论与之相反，请写明不采纳法律顾问意见的理由和依据。",
		citation: citations.advisers,
		readsPayload: true,
		holds: ({ context, event }) => !foundIllegalByAdviser(context) || !passing.includes(event.payload.conclusion) || event.payload.rebuttal !== void 0
	};
}
/**
* Each line of the letter names a finding or an opinion of this round that it is based on. Soft: a director who must
* add a line of their own gives a reason.
*/
const letterRestsOnOpinions = {
	id: "letter.sources",
	summary: "审查意见书的每句话以本轮的审查情况或者法律顾问意见为依据。",
	message: (input) => `审查意见书第${unfounded(input).join("、")}句没有写明依据的审查情况或者法律顾问意见，或者依据不存在；确需写入的，请写明理由。`,
	citation: citations.townRules,
	strength: "soft",
	readsPayload: true,
	holds: (input) => unfounded(input).length === 0
};
/** Numbers, from 1, of the lines that are based on nothing in this round. */
function unfounded({ context, event }) {
	const lines = event.payload.letter?.lines ?? [];
	const { reviewer, advisers } = validOpinions(context, event.env.opinions ?? []);
	const opinions = reviewer === null ? advisers : [reviewer, ...advisers];
	const exists = (ref) => {
		const [id, point] = ref.split("#");
		const opinion = opinions.find((each) => each.id === id);
		return opinion !== void 0 && (point === void 0 || opinion.points[Number(point)] !== void 0);
	};
	return lines.flatMap(({ from }, index) => from.length > 0 && from.every(exists) ? [] : [index + 1]);
}
function foundIllegalByAdviser({ opinions }) {
	return opinions.some(({ conclusion }) => conclusion === "illegal");
}
/** At most one extension of the review in a round. */
const extensionOnce = {
	id: "extension.once",
	message: "审查期限只能延长一次，本轮审查已延长过。",
	citation: citations.townRules,
	holds: ({ context }) => !context.extended
};
/** A category whose limit is a legal maximum sets an extension of 0 days, which means none. */
function extensionPermitted(parameters, citation) {
	return {
		id: "extension.permitted",
		message: "本类事项的审查期限已是最长期限，不得延长。",
		citation,
		holds: ({ event }) => valueOf(parameters, event.env.parameters, "review.extension") > 0
	};
}

// workflows/shared/states/advising.ts
/**
* Changes to the advisers of a round and their valid opinions: opinions given and taken back, signers changed,
* conflicts of interest.
*/
function opinionGiven(when) {
	return {
		guard: gate({
			when,
			rules: [adviserWithoutPart]
		}),
		actions: [
			update(({ context, event }) => {
				const by = event.env.actor.id;
				const given = {
					adviser: adviserAnswering(context, event.env.actor),
					by,
					conclusion: event.payload.conclusion
				};
				return {
					opinions: [...context.opinions.filter(({ adviser }) => adviser !== given.adviser), given].sort((a, b) => a.adviser < b.adviser ? -1 : 1),
					advisers: asPeople([...context.advisers, given.adviser]),
					everAdvised: asPeople([
						...context.everAdvised,
						given.adviser,
						by
					])
				};
			}),
			adviserOpinionSigned,
			issuePaper("adviser-opinion"),
			record("opinion", ({ event }) => ({
				adviser: event.env.actor.id,
				conclusion: event.payload.conclusion
			}))
		]
	};
}
/** The assigned adviser whose opinion this is: the actor, or the person whose stand-in the actor is. */
function adviserAnswering(context, actor) {
	if (context.advisers.includes(actor.id)) return actor.id;
	const outstanding = outstandingAdvisers(context);
	return actor.standsInFor?.find((holder) => outstanding.includes(holder)) ?? actor.id;
}
const without = (context, gone) => ({
	advisers: context.advisers.filter((adviser) => !gone(adviser)),
	opinions: context.opinions.filter(({ adviser, by }) => !gone(adviser) && !gone(by))
});
/** 回避: the person's assignment and opinion no longer count; signed opinions stay in the history. */
const personLeaves = update(({ context, event }) => without(context, (person) => person === event.env.actor.id));
const opinionsLeft = ({ context, event }) => (without(context, (person) => person === event.env.actor.id).opinions ?? []).length > 0;
/**
* True when the task is complete without the person who leaves. After a supplement the task asks only the advisers who
* have not given an opinion: when the last of them leaves, it has no signer, but the opinions given before stay valid.
*/
const restIsEnough = {
	id: "recusal.rest-is-enough",
	label: "其余法律顾问均已出具意见",
	readsPayload: true,
	holds: (input) => taskSatisfied.holds(input) || taskNeedsSigner.holds(input) && opinionsLeft(input)
};
const nobodyAdvised = {
	id: "recusal.nobody-advised",
	label: "已无法律顾问",
	readsPayload: true,
	holds: (input) => taskNeedsSigner.holds(input) && !opinionsLeft(input)
};
const adviserRemoved = update(({ context, event }) => without(context, (person) => person === event.payload.person));
const opinionTakenBack = update(({ context, event }) => ({ opinions: context.opinions.filter(({ by }) => by !== event.env.actor.id) }));
const adviserJoins = update(({ context, event }) => {
	const { person, to } = event.payload;
	const incoming = person ?? to ?? "";
	const outgoing = to === void 0 ? null : event.payload.from ?? event.env.actor.id;
	return {
		advisers: asPeople([...context.advisers.filter((adviser) => adviser !== outgoing), incoming]),
		everAdvised: asPeople([...context.everAdvised, incoming])
	};
});
const nobodyLeft = notifyReviewer("advisers.needed", "法律顾问已回避，请另行指派法律顾问。");

// workflows/shared/states/signing.ts
/**
* The signatures under the findings: the director's, the leader's where adviser and reviewer differ, and the
* transitions back.
*/
const findingsCleared = update(() => ({
	reviewer: null,
	conclusion: null,
	director: null
}));
const adviceCleared = update(() => ({
	advisers: [],
	opinions: []
}));
/** True when the actor gave the only opinion in a case that requires one. */
function lastRequiredOpinion(plan) {
	return {
		id: "recusal.last-required-opinion",
		label: "回避后已无法律顾问意见",
		holds: (input) => plan.adviserRequired(input.context) && input.context.opinions.length > 0 && !opinionsLeft(input)
	};
}
const areOwnFindings = {
	id: "recusal.reviewer-of-findings",
	label: "回避者为提出审查意见的审查人",
	holds: ({ context, event }) => context.reviewer === event.env.actor.id
};
/**
* Findings of a person with a conflict of interest are invalid, and so are findings that are based only on such a
* person's opinion.
*/
function recusedBeforeSignature(plan) {
	const last = lastRequiredOpinion(plan);
	return [
		{
			guard: gate({ when: last }),
			actions: [
				nobodyLeft,
				personLeaves,
				findingsCleared
			],
			target: at(plan, "review.assigning")
		},
		{
			guard: gate({ when: both(not(last), areOwnFindings) }),
			actions: [personLeaves, findingsCleared],
			target: at(plan, "review.examining")
		},
		{
			guard: gate({ when: both(not(last), not(areOwnFindings)) }),
			actions: [personLeaves]
		}
	];
}
/**
* When an adviser finds the matter illegal and the reviewer lets it pass, the leader has to sign as well, unless the
* town's rule set only records it.
*/
function leaderMustSign(plan) {
	return {
		id: "leader-approval.required",
		label: "法律顾问认为不合法而审查结论相反",
		holds: ({ context, event }) => foundIllegalByAdviser(context) && plan.passing.includes(context.conclusion ?? "") && valueOf(plan.parameters, event.env.parameters, "leader-approval.required") > 0
	};
}
const signs = update(({ event }) => ({ director: event.env.actor.id }));
const letterDated = update(({ event }) => ({ signedOn: event.env.today }));
function signOff(plan) {
	const rules = [
		adviserNotSignatory,
		directorNotDrafter,
		directorNotReviewer,
		letterRestsOnOpinions
	];
	const leader = leaderMustSign(plan);
	return [{
		guard: gate({
			when: leader,
			rules
		}),
		target: at(plan, "leader-approval"),
		actions: [signs, letterSigned(plan.conclusions)]
	}, ...plan.outcomes.map(({ when, target }) => ({
		guard: gate({
			when: both(not(leader), when),
			rules
		}),
		target: at(plan, target),
		actions: [
			signs,
			letterSigned(plan.conclusions),
			letterDated,
			...letterIssued
		]
	}))];
}
const sendBackStrategy = (strategy, label) => ({
	id: `send-back.${strategy}`,
	label,
	readsPayload: true,
	holds: ({ event }) => event.payload.strategy === strategy
});
function sendBack(plan) {
	const rules = [adviserNotSignatory, directorNotDrafter];
	const notice = notifyReviewer("review.sent-back", "审签人已退回，请按退回意见重新办理。");
	return [{
		guard: gate({
			when: sendBackStrategy("continue", "重新提出审查意见"),
			rules
		}),
		target: at(plan, "review.examining"),
		actions: [notice, findingsCleared]
	}, {
		guard: gate({
			when: sendBackStrategy("restart", "重新征求法律顾问意见"),
			rules
		}),
		target: at(plan, "review.assigning"),
		actions: [
			notice,
			findingsCleared,
			adviceCleared
		]
	}];
}

// workflows/shared/states/review.ts
/** The review: assigning advisers, their opinions, the findings, the director's sign-off, and the leader's where adviser and reviewer differ. */
/**
* Advice sought outside the office. The review's clock is paused from the day on which it is sought, which still counts
* as used, until the answer arrives. The reviewer begins and ends the inquiry.
*/
const inquiring = {
	begin: [record("inquiry", ({ event }) => ({ kind: event.payload.kind })), notifyDrafter("inquiry.begun", "您送审的事项正在组织论证或者请示上级，审查期限暂停计算。")],
	end: [record("inquiry-ended"), notifyDrafter("inquiry.ended", "您送审的事项已恢复审查，审查期限继续计算。")]
};
function reviewStates(plan) {
	const mayReview = [
		drafterNotReviewer,
		reviewerNotAdviser,
		...plan.rules.reviewer
	];
	const supplementRequest = {
		guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
		target: at(plan, "supplementing"),
		actions: supplementAsked("review")
	};
	const inquiryBegin = {
		guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
		target: at(plan, "inquiring"),
		actions: inquiring.begin
	};
	const findingsRecord = {
		guard: gate({ rules: [
			...mayReview,
			plan.rules.adviserOpinion,
			...plan.rules.findings
		] }),
		target: at(plan, "review.signing-off"),
		actions: [
			update(({ event }) => ({
				reviewer: event.env.actor.id,
				conclusion: event.payload.conclusion
			})),
			findingsSigned(plan.questions),
			record("examined", ({ event }) => ({
				conclusion: event.payload.conclusion,
				problems: event.payload.points.filter(({ finding }) => finding === "problem").length
			}))
		]
	};
	return {
		review: {
			initial: "assigning",
			meta: {
				stage: "审查",
				clocks: {
					intake: "stop",
					review: "run",
					supplement: "stop",
					inquiry: "stop"
				}
			},
			on: {
				...heldBack(plan),
				"review.extend": {
					guard: gate({ rules: [...plan.rules.extension, extensionOnce] }),
					actions: [
						update(() => ({ extended: true })),
						effect(({ event }) => ({
							type: "extendClock",
							key: "review",
							by: valueOf(plan.parameters, event.env.parameters, "review.extension")
						})),
						record("extended", ({ event }) => ({ reason: event.payload.reason })),
						issuePaper("extension"),
						notifyDrafter("review.extended", "您送审的事项已延长审查期限。")
					]
				}
			},
			states: {
				assigning: {
					meta: {
						stage: "指派法律顾问",
						clocks: { adviser: "drop" },
						task: {
							key: "assign",
							role: "reviewer",
							label: "指派法律顾问",
							completes: [
								"advisers.assign",
								"findings.record",
								"supplement.request",
								"inquiry.begin",
								"recuse"
							],
							clock: "review"
						}
					},
					on: {
						"advisers.assign": {
							guard: gate({ rules: [
								drafterNotReviewer,
								reviewerNotAdviser,
								advisersEligible
							] }),
							target: "advising",
							actions: [update(({ context, event }) => ({
								advisers: asPeople(event.payload.advisers),
								everAdvised: asPeople([...context.everAdvised, ...event.payload.advisers])
							})), issuePaper("adviser-assignment")]
						},
						"findings.record": findingsRecord,
						"supplement.request": supplementRequest,
						"inquiry.begin": inquiryBegin,
						recuse: {}
					}
				},
				advising: {
					meta: {
						stage: "法律顾问出具意见",
						clocks: { adviser: "run" },
						task: {
							key: "opinion",
							role: "adviser",
							label: "出具法律顾问意见",
							policy: { kind: "all" },
							completes: ["opinion.give", "recuse"],
							clock: "adviser",
							holders: outstandingAdvisers
						}
					},
					on: {
						"opinion.give": [{
							...opinionGiven(taskSatisfied),
							target: "examining"
						}, opinionGiven(not(taskSatisfied))],
						recuse: [
							{
								guard: gate({ when: restIsEnough }),
								actions: [personLeaves],
								target: "examining"
							},
							{
								guard: gate({ when: nobodyAdvised }),
								actions: [personLeaves, nobodyLeft],
								target: "assigning"
							},
							{
								guard: gate({ when: both(not(restIsEnough), not(nobodyAdvised)) }),
								actions: [personLeaves]
							}
						],
						"task.add-signer": { actions: [adviserJoins] },
						"task.transfer": { actions: [adviserJoins] },
						"task.remove-signer": { actions: [adviserRemoved] },
						"task.settled": {
							actions: [adviserRemoved],
							target: "examining"
						},
						"task.unmanned": {
							actions: [adviserRemoved, nobodyLeft],
							target: "assigning"
						},
						"task.withdrawn": { actions: [opinionTakenBack] },
						"findings.record": { guard: gate({
							when: tooEarly,
							rules: [...mayReview, plan.rules.adviserOpinion]
						}) },
						"supplement.request": supplementRequest,
						"inquiry.begin": inquiryBegin
					}
				},
				examining: {
					meta: {
						stage: "提出审查意见",
						clocks: { adviser: "stop" },
						task: {
							key: "findings",
							role: "reviewer",
							label: "提出审查意见",
							completes: [
								"findings.record",
								"supplement.request",
								"inquiry.begin",
								"recuse"
							],
							clock: "review"
						}
					},
					on: {
						"findings.record": findingsRecord,
						"supplement.request": supplementRequest,
						"inquiry.begin": inquiryBegin,
						recuse: [{
							guard: gate({ when: lastRequiredOpinion(plan) }),
							actions: [personLeaves, nobodyLeft],
							target: "assigning"
						}, {
							guard: gate({ when: not(lastRequiredOpinion(plan)) }),
							actions: [personLeaves]
						}]
					}
				},
				"signing-off": {
					meta: {
						stage: "审签",
						task: {
							key: "sign-off",
							role: "director",
							label: "审签",
							completes: [
								"sign-off",
								"send-back",
								"recuse"
							],
							clock: "review"
						}
					},
					on: {
						"sign-off": signOff(plan),
						"send-back": sendBack(plan),
						recuse: recusedBeforeSignature(plan)
					}
				},
				before: { type: "history" }
			}
		},
		inquiring: {
			meta: {
				stage: "论证、请示中",
				clocks: {
					review: "pause",
					adviser: "pause",
					inquiry: "run"
				},
				task: {
					key: "inquiry",
					role: "reviewer",
					label: "登记论证或者请示结果",
					completes: ["inquiry.end"],
					clock: "inquiry"
				}
			},
			on: {
				...heldBack(plan),
				"inquiry.end": {
					guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
					target: at(plan, "review.before"),
					actions: inquiring.end
				}
			}
		},
		"leader-approval": {
			meta: {
				stage: "领导审签",
				task: {
					key: "leader-approval",
					role: "leader",
					label: "审签（法律顾问意见与审查意见不一致）",
					completes: [
						"leader.approve",
						"leader.reject",
						"recuse"
					],
					clock: "review"
				}
			},
			on: {
				...heldBack(plan),
				"leader.approve": plan.outcomes.map(({ when, target }) => ({
					guard: gate({
						when,
						rules: [adviserNotSignatory, drafterNotReviewer]
					}),
					target,
					actions: [
						leaderSigned,
						letterDated,
						...letterIssued
					]
				})),
				"leader.reject": {
					guard: gate({ rules: [adviserNotSignatory, drafterNotReviewer] }),
					target: at(plan, "review.examining"),
					actions: [notifyReviewer("review.sent-back", "领导未同意审查意见，请重新提出审查意见。"), findingsCleared]
				},
				recuse: recusedBeforeSignature(plan)
			}
		}
	};
}

// workflows/shared/spine.ts
/** The machine of a category: the spine, and the states of its act. */
function reviewMachine(plan, act) {
	return {
		initial: "draft",
		states: withAmending({
			...inOrder(intakeStates(plan), reviewStates(plan)),
			...act
		}, plan.rules.amend)
	};
}
/** The standard sequence first and the exits after it, so that diagrams and lists read from top to bottom. */
function inOrder(intake, review) {
	const { draft, submitted, supplementing, ...exits } = intake;
	return {
		draft,
		submitted,
		supplementing,
		...review,
		...exits
	};
}

// workflows/shared/states/after.ts
/** After the opinion letter: adoption, the building blocks of the act, filing and the archive. */
/** A task of the case's drafter. */
function drafterTask(key, label, completes, clock) {
	return {
		key,
		role: "submitter",
		label,
		completes,
		holders: drafterOnly,
		...clock === void 0 ? {} : { clock }
	};
}
/** The unit answers the opinion letter, line by line. */
function adoptionState(plan, adoption) {
	return {
		meta: {
			stage: "反馈采纳情况",
			clocks: { review: "stop" },
			task: drafterTask("adoption", "反馈采纳情况", ["adoption.record", "submit"])
		},
		on: {
			...heldBack(plan, adoptionRecorded(adoption.citation)),
			"adoption.record": {
				guard: gate({ rules: [
					adoptionReasons(adoption.citation),
					adoptionLines(adoption.citation),
					...adoption.rules ?? []
				] }),
				target: at(plan, adoption.target),
				actions: [
					update(({ event }) => ({ adoption: event.payload.adoption })),
					record("adopted", ({ event }) => ({ adoption: event.payload.adoption })),
					issuePaper("adoption-feedback")
				]
			},
			submit: submitAgain(plan, [revisionCalledFor(adoption.revision)])
		}
	};
}
/** The day of the act is the day from which filing, publicity and service count. */
const actHappened = update(({ event }) => ({ actOn: event.payload.on }));
/** One task with its own clock, as a region of a parallel state: open, then done. */
function region(part) {
	return {
		initial: "open",
		meta: { stage: part.stage },
		states: {
			open: {
				meta: {
					stage: part.stage,
					task: part.task,
					clocks: { [part.clock]: "run" }
				},
				on: { [part.event]: {
					guard: gate({ rules: part.rules }),
					target: "done",
					actions: part.actions
				} }
			},
			done: {
				type: "final",
				meta: {
					stage: part.doneStage,
					clocks: { [part.clock]: "stop" }
				}
			}
		}
	};
}
const publicised = record("publicised", ({ event }) => ({
	on: event.payload.on,
	onTime: isOnTime(event, "publicity")
}));
/** Publication as a region; the drafter sends `publicise`. */
const publicityRegion = region({
	stage: "待公开",
	doneStage: "已公开",
	clock: "publicity",
	task: drafterTask("publicity", "公开", ["publicise"], "publicity"),
	event: "publicise",
	rules: [datesPlausible()],
	actions: [publicised]
});
const filingRules$1 = [ownCaseOrReviewer, datesPlausible()];
const filed = [
	takeNumber("filing", "备案报告"),
	issuePaper("filing-report"),
	record("filed", ({ event }) => ({
		on: event.payload.on,
		onTime: isOnTime(event, "filing")
	}))
];
/** Filing is reported by the drafter or by any reviewer: the task is open to the office. */
function filingTask(clock) {
	return {
		key: "filing",
		role: "reviewer",
		label: "报送备案",
		completes: ["file"],
		...clock === void 0 ? {} : { clock }
	};
}
/**
* Filing as a state of its own. `clocks` says what entering the state does to its clock and to earlier clocks; `more`
* are the category's further rules and events before it.
*/
function filingState(plan, clocks, more = {}) {
	const rules = [...filingRules$1, ...more.rules ?? []];
	return {
		meta: {
			stage: "待备案",
			clocks,
			task: filingTask(clocks.filing === "run" ? "filing" : void 0)
		},
		on: {
			...more.on,
			file: {
				guard: gate({ rules }),
				target: at(plan, "archiving"),
				actions: filed
			}
		}
	};
}
/** True when the clock ended in time; null when there is no clock, or its date is provisional. */
function isOnTime(event, key) {
	const clock = event.env.clocks[key];
	if (clock === void 0 || clock.dueOn === null || clock.provisional) return null;
	return event.payload.on <= clock.dueOn;
}
const archiveTask = (key) => ({
	key,
	role: "archivist",
	label: "归档",
	completes: ["archive"]
});
const archivedAs = (outcome) => record("archived", ({ event }) => ({
	outcome,
	fileNumber: event.payload.fileNumber ?? null
}));
/** `clocks` are those that the previous state left running. */
function archiveStates(plan, clocks = {}) {
	return {
		archiving: {
			meta: {
				stage: "待归档",
				task: archiveTask("archive"),
				clocks
			},
			on: { archive: {
				target: "archived",
				actions: [archivedAs("completed"), ...filePapers]
			} }
		},
		archived: {
			type: "final",
			meta: {
				stage: "已归档",
				clocks: dropped(...plan.ownClocks ?? [])
			}
		}
	};
}

// workflows/contract/rules.ts
const conclusions = {
	"may-sign": "可以签订",
	"sign-after-changes": "修改后签订",
	"should-not-sign": "不应签订"
};
const passing = ["may-sign", "sign-after-changes"];
const questions = {
	parties: "对方当事人的主体资格、资信与授权",
	authority: "本单位的签约权限与内部程序（批准、资金、招标采购）",
	content: "合同内容是否违反法律、行政法规的强制性规定和公序良俗",
	"rights-and-duties": "权利义务是否明确、对等，价款与支付是否清楚",
	liability: "违约责任与担保",
	dispute: "变更、解除与争议解决",
	"public-interest": "是否损害国家、集体或者公共利益"
};
/**
* The time of an investigation, and that of expert consultation, does not count towards the limit of a contract's
* review.
*/
const inquiries = {
	...inquiryKinds,
	investigation: "调查核实"
};
const parameters = {
	...spineParameters,
	...retention(30),
	"review.limit.standard": {
		value: 2,
		label: "审查期限（示范文本）",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"review.limit.ordinary": {
		value: 5,
		label: "审查期限（一般合同）",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"review.limit.large": {
		value: 10,
		label: "审查期限（重大、复杂合同）",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"review.extension": {
		value: 5,
		label: "审查期限可延长（一次）",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdaysOrNone
	},
	"filing.limit": {
		value: 5,
		label: "签订后报备期限",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdayLimit
	},
	"filing.sealed-copy": {
		value: 1,
		label: "报送备案前须上传盖章文本（1 是，0 否）",
		unit: "",
		citation: citations.townRules,
		bounds: {
			min: 0,
			max: 1
		}
	},
	"payment.window": {
		value: 5,
		label: "付款提前提醒",
		unit: "工作日",
		citation: citations.townRules,
		bounds: workdaysOrNone
	},
	"expiry.window": {
		value: 30,
		label: "合同期满提前提醒",
		unit: "日",
		citation: citations.townRules,
		bounds: daysOrNone
	}
};
/** Key of the parameter that holds the review limit for this size of contract. */
const reviewLimitKey = (context) => `review.limit.${String(context.fields.scale)}`;
const isLarge = ({ fields }) => fields.scale === "large";
const materials = [
	{
		kind: "draft",
		label: "合同草案及附件",
		required: true
	},
	{
		kind: "counterparty-standing",
		label: "对方当事人主体资格、资信及授权材料",
		required: true
	},
	{
		kind: "unit-opinion",
		label: "送审单位意见",
		required: false
	},
	{
		kind: "approval",
		label: "立项、批准或资金落实材料",
		required: false,
		condition: "需要批准或使用财政资金的"
	},
	{
		kind: "tender",
		label: "招标、采购或询价记录",
		required: false,
		condition: "依法应当招标、采购的"
	},
	{
		kind: "risk-paper",
		label: "风险评估材料",
		required: false,
		condition: "重大、复杂合同",
		requiredWhen: isLarge,
		citation: citations.townRules
	},
	{
		kind: "sealed-copy",
		label: "签订后的合同（盖章文本）",
		required: false,
		condition: "签订后、报送备案前",
		comparedWith: ({ reviewedText }) => reviewedText ?? null
	}
];
const adviserOpinion = adviserOpinionRequired(isLarge, citations.advisers);
const rules = {
	materials: [materialsComplete(materials, citations.townRules)],
	submit: [urgentNamedCause(["emergency", "superior-order"], citations.townRules)],
	accept: [],
	reviewer: [],
	findings: [
		allPointsAnswered(questions, citations.townRules),
		problemsHaveReasons(questions),
		rebuttalRequired(passing)
	],
	extension: [extensionPermitted(parameters, citations.townRules)],
	adviserOpinion,
	concluded: reviewConcluded({
		conclusions,
		passing,
		adviserRequired: isLarge,
		citation: citations.advisers
	})
};
/** Citation for the duty to give written reasons when an opinion is not adopted. */
const adoptionCitation = citations.normativeReview;

// workflows/contract/sealed-copy.ts
/**
* Comparison of the sealed copy (盖章文本) with the reviewed text. Before a contract is filed, the two are equal, or the
* difference is recorded with a reason.
*/
const bases = {
	text: "逐段逐字比对",
	pages: "核对页数并人工确认"
};
const content = (label) => z.string().max(64).regex(/^[0-9a-f]{64}$/, { error: `${label}应为 SHA-256` }).meta({ title: label });
const acceptance = z.strictObject({
	comparison: z.uuid({ error: "比对编号不正确" }).meta({ title: "比对" }),
	left: content("审定文本"),
	right: content("盖章文本"),
	basis: choice("比对方式", bases),
	differences: z.number().int().min(0).max(1e6).meta({ title: "不同之处" }),
	reason: text("接受的理由", 2e3).optional(),
	notCompared: z.number().int().min(0).max(1e6).meta({ title: "没有比对的内容（处）" }).optional(),
	checkedBy: text("人工核对人", 50).optional()
});
const example = {
	comparison: "0198c5a0-0000-7000-8000-000000000000",
	left: exampleContent,
	right: exampleContent,
	basis: "text",
	differences: 0
};
const comparisonAccept = {
	label: "确认盖章文本的比对结果",
	by: ["reviewer", "submitter"],
	payload: acceptance,
	examples: [
		example,
		{
			...example,
			differences: 1,
			reason: "双方在签订时补填开户银行，不影响权利义务。"
		},
		{
			...example,
			notCompared: 1,
			checkedBy: "王某",
			reason: "第3页为扫描件，已逐字核对，一致。"
		}
	]
};
/** Hash of the newest version of this kind of document; null where none was uploaded. */
function latest({ event }, kind) {
	return event.env.documents.findLast((document) => document.kind === kind)?.sha256 ?? null;
}
/**
* Fixes the reviewed text when the contract may be signed: a draft that is handed in later was reviewed by nobody, and the
* sealed copy is not compared with it.
*/
const textFixed = update(({ event }) => {
	const draft = event.env.documents.findLast(({ kind }) => kind === "draft");
	return draft === void 0 ? {} : { reviewedText: draft.sha256 };
});
/** By parameter: a contract is filed with its sealed copy. */
const sealedCopyHandedIn = {
	id: "sealed-copy.handed-in",
	summary: "报送备案前须上传签订后的合同（盖章文本）。",
	message: "尚未上传签订后的合同（盖章文本）。请承办人在材料中上传，系统自动与审定文本比对，确认比对结果后再报送备案。",
	citation: citations.townRules,
	holds: (input) => latest(input, "sealed-copy") !== null || input.event.env.parameters["filing.sealed-copy"] === 0
};
/** An uploaded sealed copy must have been compared; a replaced one must be compared again. */
const sealedCopyCompared = {
	id: "sealed-copy.compared",
	summary: "已上传盖章文本的，须与审定文本比对并确认结果，方可报送备案。",
	message: "盖章文本尚未与审定文本比对并确认。请先比对；有不同的，写明接受的理由后再报送备案。",
	citation: citations.townRules,
	holds: (input) => {
		const sealed = latest(input, "sealed-copy");
		return sealed === null || sealed === input.context.sealedCopy;
	}
};
const comparedWithReviewed = {
	id: "sealed-copy.with-reviewed",
	summary: "比对的是最新的盖章文本与审定的合同文本。",
	message: "所确认的比对不是最新的盖章文本与审定合同文本之间的比对。请就最新的盖章文本与审定文本重新比对。",
	citation: null,
	readsPayload: true,
	holds: (input) => {
		const { left, right } = input.event.payload;
		const { reviewedText } = input.context;
		const isDraft = input.event.env.documents.some(({ kind, sha256 }) => kind === "draft" && sha256 === left);
		return (reviewedText === void 0 ? isDraft : left === reviewedText) && right === latest(input, "sealed-copy");
	}
};
const differenceReasoned = {
	id: "sealed-copy.reasons",
	summary: "盖章文本与审定文本不同的，或者只能核对页数的，写明理由。",
	message: "盖章文本与审定文本有不同，或者只能核对页数，请写明接受的理由或者人工核对的情况。",
	citation: citations.townRules,
	readsPayload: true,
	holds: ({ event }) => {
		const { basis, differences, reason, notCompared = 0 } = event.payload;
		return reason !== void 0 || basis === "text" && differences === 0 && notCompared === 0;
	}
};
const restCheckedByHand = {
	id: "sealed-copy.checked-by-hand",
	summary: "有内容没有比对的，由人工核对，并写明核对人。",
	message: "盖章文本中有内容没有比对（如图片、没有文字的页），请人工核对，写明核对人和核对情况。",
	citation: citations.townRules,
	readsPayload: true,
	holds: ({ event }) => {
		const { basis, notCompared = 0, checkedBy } = event.payload;
		return checkedBy !== void 0 || basis === "text" && notCompared === 0;
	}
};
/** Rules for filing a contract that the spine does not have. */
const filingRules = [sealedCopyHandedIn, sealedCopyCompared];
/** Records the result in the case; the open task stays open. */
const comparisonAccepted = {
	guard: gate({ rules: [
		comparedWithReviewed,
		differenceReasoned,
		restCheckedByHand
	] }),
	actions: [update(({ event }) => ({ sealedCopy: event.payload.right }))]
};

// workflows/contract/definition.ts
/** 重要合同: review before signing; the adviser is optional except for large and complex contracts. */
const scales = {
	standard: "使用示范文本",
	ordinary: "一般合同",
	large: "重大、复杂合同"
};
const fields = z.strictObject({
	submittingUnit,
	scale: choice("合同类型", scales).default("ordinary"),
	/** Yuan. The form keeps at most two decimals; none is required. */
	amount: z.number().nonnegative().max(0xe8d4a51000).meta({ title: "合同金额（元）" }).optional(),
	counterparty: text("对方当事人", 200).optional(),
	/** The case of the contract that this one supplements (补充协议). */
	parentCase: z.uuid({ error: "原合同案件编号不正确" }).meta({
		title: "原合同案件",
		description: "补充协议填写。",
		"x-case-category": "contract"
	}).optional()
});
const fieldExamples = [
	{},
	{
		scale: "large",
		amount: 12e5,
		counterparty: "某建设有限公司"
	},
	{ scale: "standard" }
];
const plan = {
	key: "contract",
	parameters,
	materials,
	conclusions,
	passing,
	questions,
	adviserRequired: isLarge,
	outcomes: [
		{
			when: concludes("may-sign", conclusions["may-sign"]),
			target: "signing"
		},
		{
			when: concludes("sign-after-changes", conclusions["sign-after-changes"]),
			target: "adoption"
		},
		{
			when: concludes("should-not-sign", conclusions["should-not-sign"]),
			target: "revising"
		}
	],
	acts: ["contract.sign"],
	rules
};
const signing = {
	entry: [textFixed],
	meta: {
		stage: "待签订",
		clocks: { review: "stop" },
		task: drafterTask("signing", "签订合同", ["contract.sign"])
	},
	on: { "contract.sign": {
		guard: gate({ rules: [
			rules.concluded,
			datesPlausible(),
			contractDatesPlausible
		] }),
		target: at(plan, "filing"),
		actions: [
			actHappened,
			update(({ event }) => ({ kept: datesOfContract(event) })),
			record("signed", ({ event }) => ({ on: event.payload.on }))
		]
	} }
};
const events = {
	...spineEvents({
		conclusions,
		passing,
		questions,
		inquiries,
		fields,
		fieldExamples
	}),
	"adoption.record": actEvents["adoption.record"],
	"contract.sign": actEvents["contract.sign"],
	"comparison.accept": comparisonAccept,
	file: actEvents.file
};
const definition = defineWorkflow({
	key: plan.key,
	version: 2,
	kind: "review",
	label: "重要合同",
	count: {
		label: "重要合同",
		unit: "份",
		order: 2
	},
	acts: plan.acts,
	course: courseOf("adoption.record", "contract.sign", "file"),
	obligations: spineObligations,
	facts: factsOf("adopted", "signed", "filed"),
	parameters,
	ladder: ladder(parameters),
	closing: closing(parameters),
	materials,
	series: spineSeries,
	recordedDates: recordedContractDates,
	fields,
	fieldExamples,
	refersTo: ({ parentCase }) => parentCase === void 0 ? {} : { parentCase },
	initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
	clocks: {
		...spineClocks({
			parameters,
			citation: citations.townRules,
			limitKey: reviewLimitKey
		}),
		filing: clockFromAct({
			label: "合同报备期限",
			citation: citations.townRules,
			parameters,
			limitKey: "filing.limit",
			unit: "workday"
		}),
		payment: paymentClock(parameters),
		expiry: expiryClock(parameters)
	},
	events,
	papers: papersOf(plan, events),
	letter: letterSpec(conclusions),
	machine: reviewMachine(plan, {
		adoption: adoptionState(plan, {
			target: "signing",
			citation: adoptionCitation,
			revision: "sign-after-changes"
		}),
		signing,
		filing: filingState(plan, {
			filing: "run",
			payment: "run",
			expiry: "run"
		}, {
			rules: filingRules,
			on: { "comparison.accept": comparisonAccepted }
		}),
		...archiveStates(plan, { filing: "stop" })
	})
});

export { definition as default, definition, fields };