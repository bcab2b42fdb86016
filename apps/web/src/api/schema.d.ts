export interface paths {
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程在运行 */
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以接受请求：数据库和队列可用，提醒和通知没有积压 */
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 队列状况：等待时间、积压、送达用时（系统管理员）；另有页面 /api/administration/queues/ */
        get: operations["QueueController_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同样的数值，Prometheus 文本格式；系统管理员登录，或 LAWGATE_METRICS_TOKEN 令牌 */
        get: operations["QueueController_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录；会话写入 Cookie，12小时后失效 */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录的人 */
        get: operations["AuthController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的人员，可按角色筛选（如选派法律顾问） */
        get: operations["PeopleController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位今天及以后的代理安排 */
        get: operations["StandInsController_list"];
        /**
         * 登记外出期间的代理人（不写 person 即本人；所长可为本单位人员登记）
         * @description 日期含起不含止。代理人须为本单位人员并具有被代理人的全部角色。
         */
        put: operations["StandInsController_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束代理：未开始的删除，已开始的自今天起失效 */
        delete: operations["StandInsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件列表：筛选、检索，按键翻页 */
        get: operations["CasesController_list"];
        put?: never;
        /**
         * 新建送审案件（草稿）
         * @description 除类别和名称外的字段由类别的定义规定，见 /api/definitions。
         */
        post: operations["CasesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件：时限、任务、现在可办的动作、材料、意见、经过 */
        get: operations["CasesController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 复制送审信息：以一个案件的填报项作新案件的底稿
         * @description 材料不复制，只列出当时报送的名称；新案件仍须逐项报送。
         */
        get: operations["CasesController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：向案件发送一个动作 */
        post: operations["CasesController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的待办 */
        get: operations["CasesController_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的待办的件数：今天到期、逾期，按类别、按环节 */
        get: operations["CasesController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 总览：在办、逾期、本周到期、本年审结，按类别、按镇、按环节
         * @description 每个数字附其案件清单的查询（list），接在 /api 之后即为清单的地址。
         */
        get: operations["CasesController_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/clocks/{key}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记期限所待事项已经办理，例如一期付款；案件归档后也可以登记
         * @description 只用于视图中带有 settle 的期限。登记后不再提醒。
         */
        post: operations["CaseClocksController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查类别：版本、环节、动作、材料 */
        get: operations["DefinitionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个审查类别的全部定义：状态、流转、规则、期限、参数、材料、填报项
         * @description 参数的值（value）和依据为今天在本单位新建案件所适用的；standard 为默认值。
         */
        get: operations["DefinitionsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期限计算：从某日起若干工作日或自然日
         * @description 起算当日不计入（民法典第二百零一条）；自然日期限的最后一日是休息日的，顺延至下一工作日（第二百零三条）。
         */
        get: operations["CalendarController_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已有国务院办公厅节假日安排的年份 */
        get: operations["CalendarController_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的放假与上班安排，以及本地调整 */
        get: operations["CalendarController_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览节假日安排：读到的日期、问题、差异和受影响的期限；不写入 */
        post: operations["CalendarAdministrationController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入一年的节假日安排
         * @description 已有安排的年份须明确 replace。导入后重新计算所有未结期限，期限有变动的案件各记一条办理记录。
         */
        post: operations["CalendarAdministrationController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日历变动记录：谁、何时、依据什么文号改了什么 */
        get: operations["CalendarAdministrationController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/overrides/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 本地调整一日：放假或上班，须有文号；优先于国务院办公厅的安排 */
        put: operations["CalendarAdministrationController_put"];
        post?: never;
        /** 撤销一日的本地调整 */
        delete: operations["CalendarAdministrationController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rulesets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则版本沿革：谁、何时、依据什么文号，把哪些参数从多少改为多少 */
        get: operations["RuleSetsController_list"];
        put?: never;
        /**
         * 录入本单位新的规则版本
         * @description 自施行日期起新建的案件适用；此前新建的案件（含草稿）仍适用其新建时的版本。施行日期不能早于今天。同一施行日期再次录入的，以后录入的为准。
         */
        post: operations["RuleSetsController_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rulesets/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今天新建案件适用的参数：值、默认值、可填范围、依据、自哪一版起 */
        get: operations["RuleSetsController_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rulesets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览新的规则版本：各项参数由多少改为多少，多少未结案件仍用原参数；不写入 */
        post: operations["RuleSetsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传材料；同一种类的每次上传为一个新版本
         * @description 按文件内容判断类型。与该种类最新版本内容相同的文件不产生新版本，答复即为原有版本（201）。材料种类见 /api/definitions/:key 的 materials。
         */
        post: operations["DocumentsController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{documentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载材料 */
        get: operations["DocumentsController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息，新的在前，按键翻页，附未读数 */
        get: operations["NotificationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全部标为已读 */
        post: operations["NotificationsController_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 */
        post: operations["NotificationsController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时更新（SSE）
         * @description 事件 notification：收件箱有新消息，{case}；事件 case：案件有变化，{id, version?}。只有标识，内容另取。
         */
        get: operations["EventsController_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办：提醒任务的办理人（每项任务4小时内一次） */
        post: operations["UrgesController_urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/urges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件的催办记录 */
        get: operations["UrgesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抄送名单和已阅情况 */
        get: operations["CopiesController_list"];
        put?: never;
        /** 抄送给本单位有权查看本案的人员 */
        post: operations["CopiesController_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知接收方式 */
        get: operations["ChannelsController_preferences"];
        /** 设置我的邮箱，以及各类通知在各渠道的接收方式（不接收、即时、每日汇总） */
        put: operations["ChannelsController_putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的邮件与群机器人设置（系统管理员） */
        get: operations["ChannelsController_settings"];
        /** 设置本单位的邮件与群机器人（系统管理员） */
        put: operations["ChannelsController_putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未能送出的通知与中断的渠道（系统管理员）；只有编号与原因 */
        get: operations["ChannelsController_incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/incidents/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新投递（系统管理员） */
        post: operations["ChannelsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度统计：各类别收件、受理、审结、退回、采纳等，县级为所辖乡镇合计 */
        get: operations["ReportsController_annual"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计项背后的案件，条数与统计数一致，按键翻页 */
        get: operations["ReportsController_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}/roll-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 县级汇总：所辖各镇的年度统计，以及尚未冻结的镇 */
        get: operations["ReportsController_rollUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冻结本镇年度统计（司法所所长）
         * @description 年度结束后方可冻结；收支不平的不予冻结，并列出有关案件。冻结后统计不再变化，更正应作修订。
         */
        post: operations["ReportsController_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度统计的历次冻结与修订，最早的在前 */
        get: operations["ReportsController_revisions"];
        put?: never;
        /** 修订已冻结的年度统计，须说明理由（司法所所长）；以前各次修订不变 */
        post: operations["ReportsController_revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的导入，新的在前 */
        get: operations["RegisterImportController_list"];
        put?: never;
        /**
         * 上传历年台账（csv 或 xlsx）：认出编码、表头和各列，预览每一行；不产生案件
         * @description 审查人、所长、档案员。同一文件可以多次上传，已有的行跳过。
         */
        post: operations["RegisterImportController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入：状态、进度，以及有问题的行（rows 可选 add、skip、refuse、added、all） */
        get: operations["RegisterImportController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 指定表头行和各列的含义（列号从0开始），重新预览；同样的表头下次自动采用 */
        put: operations["RegisterImportController_map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始导入：后台逐行补录为历史案件；再次调用不重复 */
        post: operations["RegisterImportController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一年的台账（xlsx，A4横向，每页重复表头）：当年收件或审结的事项 */
        get: operations["RegisterExportController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度指标：各种类全年、各季度的数和登记条数 */
        get: operations["IndicatorsController_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的指标种类，包括停用的 */
        get: operations["IndicatorsController_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/kinds/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 新设或修改指标种类（系统管理员）；停用即 active=false */
        put: operations["IndicatorsController_putKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一条（审查人、司法所所长）
         * @description 一行写完：{"line": "3月8日 普法宣传活动 2 发放宣传单500份"}；或分项：kind、date、number、note。
         */
        post: operations["IndicatorsController_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/entries/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废一条登记，须说明理由；更正应另行登记 */
        post: operations["IndicatorsController_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{kind}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标背后的登记，按日期先后，按键翻页 */
        get: operations["IndicatorsController_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    QueueController_queue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gauges: {
                            oldestDueTimer: number;
                            outboxAge: number;
                            queueDepth: number | null;
                            dueTimers: number;
                            undelivered: number;
                            deliveryLag: {
                                p50: number | null;
                                p99: number | null;
                            };
                            channelWaiting: number;
                            channelDead: number;
                        };
                        limits: {
                            oldestDueTimer: number;
                            outboxAge: number;
                            queueDepth: number;
                        };
                        /** @enum {string} */
                        backend: "postgres" | "redis";
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    QueueController_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    AuthController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    username: string;
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        username: string;
                        name: string;
                        roles: string[];
                        organisation: {
                            id: string;
                            name: string;
                            path: string;
                        };
                    };
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            /** @description 失败次数过多；Retry-After 为需等待的秒数 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuthController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        username: string;
                        name: string;
                        roles: string[];
                        organisation: {
                            id: string;
                            name: string;
                            path: string;
                        };
                    };
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    PeopleController_list: {
        parameters: {
            query?: {
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            username: string;
                            roles: string[];
                        }[];
                    };
                };
            };
        };
    };
    StandInsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            person: {
                                id: string;
                                name: string;
                            };
                            standIn: {
                                id: string;
                                name: string;
                            };
                            from: string;
                            to: string;
                        }[];
                    };
                };
            };
        };
    };
    StandInsController_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person?: string;
                    /** Format: uuid */
                    standIn: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        person: {
                            id: string;
                            name: string;
                        };
                        standIn: {
                            id: string;
                            name: string;
                        };
                        from: string;
                        to: string;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    StandInsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CasesController_list: {
        parameters: {
            query?: {
                category?: string;
                status?: "active" | "done";
                state?: string;
                stage?: string;
                q?: string;
                from?: string;
                to?: string;
                dueFrom?: string;
                dueBefore?: string;
                late?: "true" | "false";
                mine?: "handled" | "submitted";
                holder?: string;
                concludedIn?: string;
                organisation?: string;
                sort?: "due" | "created" | "updated";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            category: string;
                            categoryLabel: string;
                            title: string;
                            organisation: {
                                id: string;
                                path: string;
                            };
                            submittingUnit: string | null;
                            state: string;
                            stage: string;
                            /** @enum {string} */
                            status: "active" | "done";
                            version: number;
                            holders: {
                                id: string | null;
                                name: string;
                                role: string;
                                task: string;
                            }[];
                            dueOn: string | null;
                            remaining: number | null;
                            provisional: boolean;
                            late: boolean;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    CasesController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category: string;
                    title: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        category: string;
                        categoryLabel: string;
                        title: string;
                        organisation: {
                            id: string;
                            path: string;
                        };
                        state: string;
                        stage: string;
                        /** @enum {string} */
                        status: "active" | "done";
                        version: number;
                        ruleset: {
                            version: number;
                            effectiveFrom: string | null;
                            documentNumber: string | null;
                        };
                        fields: {
                            [key: string]: unknown;
                        };
                        createdAt: string;
                        updatedAt: string;
                        clocks: {
                            key: string;
                            label: string;
                            /** @enum {string} */
                            status: "running" | "paused" | "met" | "overdue" | "stopped";
                            startedOn: string;
                            limit: number;
                            /** @enum {string} */
                            unit: "workday" | "day";
                            used: number;
                            remaining: number | null;
                            dueOn: string | null;
                            floorOn?: string;
                            readonly counted: string[];
                            readonly pauses: {
                                from: string;
                                to?: string;
                                reason: string;
                            }[];
                            provisional: boolean;
                            citation?: string;
                            late?: boolean;
                            endedOn?: string;
                            fixed?: boolean;
                            windowOn?: string;
                            lapsed?: boolean;
                            kept?: boolean;
                            settle?: {
                                label: string;
                                allowed: boolean;
                                refusals: {
                                    rule: string;
                                    message: string;
                                    citation: string | null;
                                    overridable: boolean;
                                }[];
                            };
                            warning?: {
                                rule: string;
                                message: string;
                                citation: string;
                            };
                        }[];
                        tasks: {
                            id: string;
                            key: string;
                            label: string;
                            role: string;
                            holder: {
                                id: string;
                                name: string;
                            } | null;
                            dueOn: string | null;
                            provisional: boolean;
                            openedAt: string;
                        }[];
                        events: {
                            type: string;
                            label: string;
                            allowed: boolean;
                            refusals: {
                                rule: string;
                                message: string;
                                citation: string | null;
                                overridable: boolean;
                            }[];
                        }[];
                        materials: {
                            kind: string;
                            label: string;
                            required: boolean;
                            given: boolean;
                            condition?: string;
                        }[];
                        documents: {
                            id: string;
                            kind: string;
                            name: string;
                            version: number;
                            size: number;
                            mediaType: string;
                            sha256: string;
                            sm3: string;
                            uploadedAt: string;
                        }[];
                        opinions: {
                            id: string;
                            act: string;
                            round: number;
                            by: {
                                id: string;
                                name: string;
                            };
                            conclusion: string;
                            text: string;
                            points: {
                                [key: string]: unknown;
                            }[];
                            at: string;
                            hash: string;
                        }[];
                        numbers: {
                            text: string;
                            purpose: string;
                            takenAt: string;
                        }[];
                        history: {
                            seq: number;
                            type: string;
                            label: string;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
                            onBehalfOf?: {
                                id: string;
                                name: string;
                            };
                            from: string | null;
                            to: string;
                            payload: unknown;
                            overridden: {
                                rule: string;
                                reason: string;
                            }[];
                            numbers: string[];
                            hash: string;
                        }[];
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CasesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        category: string;
                        categoryLabel: string;
                        title: string;
                        organisation: {
                            id: string;
                            path: string;
                        };
                        state: string;
                        stage: string;
                        /** @enum {string} */
                        status: "active" | "done";
                        version: number;
                        ruleset: {
                            version: number;
                            effectiveFrom: string | null;
                            documentNumber: string | null;
                        };
                        fields: {
                            [key: string]: unknown;
                        };
                        createdAt: string;
                        updatedAt: string;
                        clocks: {
                            key: string;
                            label: string;
                            /** @enum {string} */
                            status: "running" | "paused" | "met" | "overdue" | "stopped";
                            startedOn: string;
                            limit: number;
                            /** @enum {string} */
                            unit: "workday" | "day";
                            used: number;
                            remaining: number | null;
                            dueOn: string | null;
                            floorOn?: string;
                            readonly counted: string[];
                            readonly pauses: {
                                from: string;
                                to?: string;
                                reason: string;
                            }[];
                            provisional: boolean;
                            citation?: string;
                            late?: boolean;
                            endedOn?: string;
                            fixed?: boolean;
                            windowOn?: string;
                            lapsed?: boolean;
                            kept?: boolean;
                            settle?: {
                                label: string;
                                allowed: boolean;
                                refusals: {
                                    rule: string;
                                    message: string;
                                    citation: string | null;
                                    overridable: boolean;
                                }[];
                            };
                            warning?: {
                                rule: string;
                                message: string;
                                citation: string;
                            };
                        }[];
                        tasks: {
                            id: string;
                            key: string;
                            label: string;
                            role: string;
                            holder: {
                                id: string;
                                name: string;
                            } | null;
                            dueOn: string | null;
                            provisional: boolean;
                            openedAt: string;
                        }[];
                        events: {
                            type: string;
                            label: string;
                            allowed: boolean;
                            refusals: {
                                rule: string;
                                message: string;
                                citation: string | null;
                                overridable: boolean;
                            }[];
                        }[];
                        materials: {
                            kind: string;
                            label: string;
                            required: boolean;
                            given: boolean;
                            condition?: string;
                        }[];
                        documents: {
                            id: string;
                            kind: string;
                            name: string;
                            version: number;
                            size: number;
                            mediaType: string;
                            sha256: string;
                            sm3: string;
                            uploadedAt: string;
                        }[];
                        opinions: {
                            id: string;
                            act: string;
                            round: number;
                            by: {
                                id: string;
                                name: string;
                            };
                            conclusion: string;
                            text: string;
                            points: {
                                [key: string]: unknown;
                            }[];
                            at: string;
                            hash: string;
                        }[];
                        numbers: {
                            text: string;
                            purpose: string;
                            takenAt: string;
                        }[];
                        history: {
                            seq: number;
                            type: string;
                            label: string;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
                            onBehalfOf?: {
                                id: string;
                                name: string;
                            };
                            from: string | null;
                            to: string;
                            payload: unknown;
                            overridden: {
                                rule: string;
                                reason: string;
                            }[];
                            numbers: string[];
                            hash: string;
                        }[];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CasesController_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        title: string;
                        fields: {
                            [key: string]: unknown;
                        };
                        materials: {
                            kind: string;
                            label: string;
                            name: string;
                        }[];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CasesController_send: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    payload?: unknown;
                    expectedVersion?: number;
                    overrides?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        category: string;
                        categoryLabel: string;
                        title: string;
                        organisation: {
                            id: string;
                            path: string;
                        };
                        state: string;
                        stage: string;
                        /** @enum {string} */
                        status: "active" | "done";
                        version: number;
                        ruleset: {
                            version: number;
                            effectiveFrom: string | null;
                            documentNumber: string | null;
                        };
                        fields: {
                            [key: string]: unknown;
                        };
                        createdAt: string;
                        updatedAt: string;
                        clocks: {
                            key: string;
                            label: string;
                            /** @enum {string} */
                            status: "running" | "paused" | "met" | "overdue" | "stopped";
                            startedOn: string;
                            limit: number;
                            /** @enum {string} */
                            unit: "workday" | "day";
                            used: number;
                            remaining: number | null;
                            dueOn: string | null;
                            floorOn?: string;
                            readonly counted: string[];
                            readonly pauses: {
                                from: string;
                                to?: string;
                                reason: string;
                            }[];
                            provisional: boolean;
                            citation?: string;
                            late?: boolean;
                            endedOn?: string;
                            fixed?: boolean;
                            windowOn?: string;
                            lapsed?: boolean;
                            kept?: boolean;
                            settle?: {
                                label: string;
                                allowed: boolean;
                                refusals: {
                                    rule: string;
                                    message: string;
                                    citation: string | null;
                                    overridable: boolean;
                                }[];
                            };
                            warning?: {
                                rule: string;
                                message: string;
                                citation: string;
                            };
                        }[];
                        tasks: {
                            id: string;
                            key: string;
                            label: string;
                            role: string;
                            holder: {
                                id: string;
                                name: string;
                            } | null;
                            dueOn: string | null;
                            provisional: boolean;
                            openedAt: string;
                        }[];
                        events: {
                            type: string;
                            label: string;
                            allowed: boolean;
                            refusals: {
                                rule: string;
                                message: string;
                                citation: string | null;
                                overridable: boolean;
                            }[];
                        }[];
                        materials: {
                            kind: string;
                            label: string;
                            required: boolean;
                            given: boolean;
                            condition?: string;
                        }[];
                        documents: {
                            id: string;
                            kind: string;
                            name: string;
                            version: number;
                            size: number;
                            mediaType: string;
                            sha256: string;
                            sm3: string;
                            uploadedAt: string;
                        }[];
                        opinions: {
                            id: string;
                            act: string;
                            round: number;
                            by: {
                                id: string;
                                name: string;
                            };
                            conclusion: string;
                            text: string;
                            points: {
                                [key: string]: unknown;
                            }[];
                            at: string;
                            hash: string;
                        }[];
                        numbers: {
                            text: string;
                            purpose: string;
                            takenAt: string;
                        }[];
                        history: {
                            seq: number;
                            type: string;
                            label: string;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
                            onBehalfOf?: {
                                id: string;
                                name: string;
                            };
                            from: string | null;
                            to: string;
                            payload: unknown;
                            overridden: {
                                rule: string;
                                reason: string;
                            }[];
                            numbers: string[];
                            hash: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CasesController_tasks: {
        parameters: {
            query?: {
                status?: "open";
                category?: string;
                key?: string;
                late?: "true" | "false";
                q?: string;
                sort?: "due" | "opened";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            key: string;
                            label: string;
                            role: string;
                            holder: {
                                id: string;
                                name: string;
                            } | null;
                            dueOn: string | null;
                            provisional: boolean;
                            openedAt: string;
                            case: {
                                id: string;
                                title: string;
                                category: string;
                                categoryLabel: string;
                                submittingUnit: string | null;
                                stage: string;
                                version: number;
                            };
                            remaining: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    CasesController_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: number;
                        dueToday: number;
                        late: number;
                        byCategory: {
                            category: string;
                            label: string;
                            open: number;
                            late: number;
                        }[];
                        byKey: {
                            key: string;
                            label: string;
                            open: number;
                        }[];
                    };
                };
            };
        };
    };
    CasesController_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: string;
                        open: {
                            count: number;
                            list: string;
                        };
                        late: {
                            count: number;
                            list: string;
                        };
                        dueThisWeek: {
                            count: number;
                            list: string;
                        };
                        concludedThisYear: {
                            count: number;
                            list: string;
                        };
                        byCategory: {
                            open: {
                                count: number;
                                list: string;
                            };
                            late: {
                                count: number;
                                list: string;
                            };
                            category: string;
                            label: string;
                        }[];
                        byTown: {
                            open: {
                                count: number;
                                list: string;
                            };
                            late: {
                                count: number;
                                list: string;
                            };
                            code: string;
                            name: string;
                        }[];
                        byStage: {
                            open: {
                                count: number;
                                list: string;
                            };
                            late: {
                                count: number;
                                list: string;
                            };
                            stage: string;
                        }[];
                        lateCases: {
                            id: string;
                            category: string;
                            categoryLabel: string;
                            title: string;
                            organisation: {
                                id: string;
                                path: string;
                            };
                            submittingUnit: string | null;
                            state: string;
                            stage: string;
                            /** @enum {string} */
                            status: "active" | "done";
                            version: number;
                            holders: {
                                id: string | null;
                                name: string;
                                role: string;
                                task: string;
                            }[];
                            dueOn: string | null;
                            remaining: number | null;
                            provisional: boolean;
                            late: boolean;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CaseClocksController_settle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on: string;
                    note?: string;
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        category: string;
                        categoryLabel: string;
                        title: string;
                        organisation: {
                            id: string;
                            path: string;
                        };
                        state: string;
                        stage: string;
                        /** @enum {string} */
                        status: "active" | "done";
                        version: number;
                        ruleset: {
                            version: number;
                            effectiveFrom: string | null;
                            documentNumber: string | null;
                        };
                        fields: {
                            [key: string]: unknown;
                        };
                        createdAt: string;
                        updatedAt: string;
                        clocks: {
                            key: string;
                            label: string;
                            /** @enum {string} */
                            status: "running" | "paused" | "met" | "overdue" | "stopped";
                            startedOn: string;
                            limit: number;
                            /** @enum {string} */
                            unit: "workday" | "day";
                            used: number;
                            remaining: number | null;
                            dueOn: string | null;
                            floorOn?: string;
                            readonly counted: string[];
                            readonly pauses: {
                                from: string;
                                to?: string;
                                reason: string;
                            }[];
                            provisional: boolean;
                            citation?: string;
                            late?: boolean;
                            endedOn?: string;
                            fixed?: boolean;
                            windowOn?: string;
                            lapsed?: boolean;
                            kept?: boolean;
                            settle?: {
                                label: string;
                                allowed: boolean;
                                refusals: {
                                    rule: string;
                                    message: string;
                                    citation: string | null;
                                    overridable: boolean;
                                }[];
                            };
                            warning?: {
                                rule: string;
                                message: string;
                                citation: string;
                            };
                        }[];
                        tasks: {
                            id: string;
                            key: string;
                            label: string;
                            role: string;
                            holder: {
                                id: string;
                                name: string;
                            } | null;
                            dueOn: string | null;
                            provisional: boolean;
                            openedAt: string;
                        }[];
                        events: {
                            type: string;
                            label: string;
                            allowed: boolean;
                            refusals: {
                                rule: string;
                                message: string;
                                citation: string | null;
                                overridable: boolean;
                            }[];
                        }[];
                        materials: {
                            kind: string;
                            label: string;
                            required: boolean;
                            given: boolean;
                            condition?: string;
                        }[];
                        documents: {
                            id: string;
                            kind: string;
                            name: string;
                            version: number;
                            size: number;
                            mediaType: string;
                            sha256: string;
                            sm3: string;
                            uploadedAt: string;
                        }[];
                        opinions: {
                            id: string;
                            act: string;
                            round: number;
                            by: {
                                id: string;
                                name: string;
                            };
                            conclusion: string;
                            text: string;
                            points: {
                                [key: string]: unknown;
                            }[];
                            at: string;
                            hash: string;
                        }[];
                        numbers: {
                            text: string;
                            purpose: string;
                            takenAt: string;
                        }[];
                        history: {
                            seq: number;
                            type: string;
                            label: string;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
                            onBehalfOf?: {
                                id: string;
                                name: string;
                            };
                            from: string | null;
                            to: string;
                            payload: unknown;
                            overridden: {
                                rule: string;
                                reason: string;
                            }[];
                            numbers: string[];
                            hash: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    DefinitionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            version: number;
                            label: string;
                            count: {
                                label: string;
                                unit: string;
                                order: number;
                            };
                            stages: {
                                path: string;
                                label: string;
                                final: boolean;
                            }[];
                            events: {
                                type: string;
                                label: string;
                                by: string[];
                            }[];
                            materials: {
                                kind: string;
                                label: string;
                                required: boolean;
                                condition: string | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    DefinitionsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        version: number;
                        label: string;
                        count: {
                            label: string;
                            unit: string;
                            order: number;
                        };
                        stages: {
                            path: string;
                            label: string;
                            final: boolean;
                        }[];
                        states: {
                            path: string;
                            parent: string | null;
                            /** @enum {string} */
                            type: "atomic" | "compound" | "parallel" | "final" | "history";
                            stage: string | null;
                            task: {
                                key: string;
                                role: string;
                                label: string;
                                policy: {
                                    [key: string]: unknown;
                                } | null;
                                completes: string[];
                                clock: string | null;
                            } | null;
                            clocks: {
                                [key: string]: "run" | "pause" | "stop" | "drop";
                            };
                            final: boolean;
                        }[];
                        transitions: {
                            source: string;
                            target: string[];
                            event: string | null;
                            eventLabel: string;
                            when: {
                                id: string;
                                label: string;
                            } | null;
                            rules: {
                                id: string;
                                message: string | null;
                                citation: string | null;
                                /** @enum {string} */
                                strength: "hard" | "soft";
                            }[];
                        }[];
                        events: {
                            type: string;
                            label: string;
                            by: string[];
                            payload: {
                                [key: string]: unknown;
                            };
                            examples: unknown[];
                        }[];
                        taskEvents: {
                            type: string;
                            label: string;
                            by: string[];
                            payload: {
                                [key: string]: unknown;
                            };
                            examples: unknown[];
                        }[];
                        clocks: {
                            key: string;
                            label: string;
                            citation: string;
                            pausable: boolean;
                            /** @enum {string} */
                            resume: "continue" | "restart";
                            onDue: string | null;
                            /** @enum {string} */
                            end: "limit" | "date" | "dates";
                            keeps: boolean;
                            /** @enum {string} */
                            atEnd: "overdue" | "lapse";
                            remind: string[];
                            settle: {
                                label: string;
                                by: string[];
                            } | null;
                            covers: string[];
                        }[];
                        parameters: {
                            key: string;
                            value: number;
                            standard: number;
                            label: string;
                            unit: string;
                            citation: string;
                            bounds: {
                                min: number;
                                max: number;
                                integer: boolean;
                            };
                            notAbove?: string;
                        }[];
                        materials: {
                            kind: string;
                            label: string;
                            required: boolean;
                            conditional: boolean;
                            condition: string | null;
                            citation: string | null;
                        }[];
                        fields: {
                            [key: string]: unknown;
                        };
                        fieldExamples: unknown[];
                        series: {
                            key: string;
                            code: string;
                            label: string;
                        }[];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarController_due: {
        parameters: {
            query: {
                from: string;
                days: string;
                unit?: "workday" | "day";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        days: number;
                        /** @enum {string} */
                        unit: "workday" | "day";
                        due: string;
                        rolled?: string;
                        counted: string[];
                        provisional: boolean;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarController_years: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        years: number[];
                        latest: number | null;
                    };
                };
            };
        };
    };
    CalendarController_days: {
        parameters: {
            query: {
                year: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        provisional: boolean;
                        source: string | null;
                        days: {
                            date: string;
                            /** @enum {string} */
                            kind: "off" | "work";
                            name?: string;
                        }[];
                        overrides: {
                            date: string;
                            /** @enum {string} */
                            kind: "off" | "work";
                            documentNumber: string;
                            enteredAt: string;
                        }[];
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarAdministrationController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "json" | "ics" | "notice";
                    text: string;
                    year?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number | null;
                        days: {
                            date: string;
                            /** @enum {string} */
                            kind: "off" | "work";
                            name?: string;
                        }[];
                        problems: {
                            code: string;
                            message: string;
                            phrase?: string;
                        }[];
                        diff: {
                            added: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            removed: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            changed: {
                                date: string;
                                /** @enum {string} */
                                from: "off" | "work";
                                /** @enum {string} */
                                to: "off" | "work";
                            }[];
                        };
                        present: boolean;
                        affected: number;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarAdministrationController_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "json" | "ics" | "notice";
                    text: string;
                    year?: number;
                    /** @default false */
                    replace?: boolean;
                    documentNumber: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        unchanged: boolean;
                        diff: {
                            added: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            removed: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            changed: {
                                date: string;
                                /** @enum {string} */
                                from: "off" | "work";
                                /** @enum {string} */
                                to: "off" | "work";
                            }[];
                        };
                        count: number;
                        recomputed: {
                            caseId: string;
                            clock: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarAdministrationController_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            revision: string;
                            /** @enum {string} */
                            kind: "import" | "override" | "override-removed" | "built-in";
                            year: number;
                            date: string | null;
                            documentNumber: string;
                            by: {
                                id: string;
                                name: string;
                            } | null;
                            at: string;
                            detail: unknown;
                            settled: boolean;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarAdministrationController_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "off" | "work";
                    documentNumber: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        unchanged: boolean;
                        diff: {
                            added: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            removed: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            changed: {
                                date: string;
                                /** @enum {string} */
                                from: "off" | "work";
                                /** @enum {string} */
                                to: "off" | "work";
                            }[];
                        };
                        count: number;
                        recomputed: {
                            caseId: string;
                            clock: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CalendarAdministrationController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        unchanged: boolean;
                        diff: {
                            added: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            removed: {
                                date: string;
                                /** @enum {string} */
                                kind: "off" | "work";
                                name?: string;
                            }[];
                            changed: {
                                date: string;
                                /** @enum {string} */
                                from: "off" | "work";
                                /** @enum {string} */
                                to: "off" | "work";
                            }[];
                        };
                        count: number;
                        recomputed: {
                            caseId: string;
                            clock: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RuleSetsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            organisation: {
                                id: string;
                                name: string;
                                path: string;
                            };
                            effectiveFrom: string;
                            documentNumber: string;
                            note: string | null;
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            /** @enum {string} */
                            state: "future" | "in-force" | "past";
                            baseVersion: number;
                            changes: {
                                category: string;
                                categoryLabel: string;
                                key: string;
                                label: string;
                                unit: string;
                                from: number;
                                to: number;
                                citationBefore: string;
                                citation: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    RuleSetsController_enter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    effectiveFrom: string;
                    documentNumber: string;
                    note?: string;
                    values: {
                        category: string;
                        key: string;
                        value: number;
                        citation?: string;
                    }[];
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        organisation: {
                            id: string;
                            name: string;
                            path: string;
                        };
                        effectiveFrom: string;
                        documentNumber: string;
                        note: string | null;
                        by: {
                            id: string;
                            name: string;
                        };
                        at: string;
                        /** @enum {string} */
                        state: "future" | "in-force" | "past";
                        baseVersion: number;
                        changes: {
                            category: string;
                            categoryLabel: string;
                            key: string;
                            label: string;
                            unit: string;
                            from: number;
                            to: number;
                            citationBefore: string;
                            citation: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RuleSetsController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        effectiveFrom: string | null;
                        documentNumber: string | null;
                        latestVersion: number;
                        categories: {
                            category: string;
                            label: string;
                            parameters: {
                                key: string;
                                label: string;
                                unit: string;
                                value: number;
                                default: number;
                                bounds: {
                                    min: number;
                                    max: number;
                                    integer: boolean;
                                };
                                citation: string;
                                since: number;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    RuleSetsController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    effectiveFrom: string;
                    documentNumber?: string;
                    note?: string;
                    values: {
                        category: string;
                        key: string;
                        value: number;
                        citation?: string;
                    }[];
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        effectiveFrom: string;
                        baseVersion: number;
                        latestVersion: number;
                        changes: {
                            category: string;
                            categoryLabel: string;
                            key: string;
                            label: string;
                            unit: string;
                            from: number;
                            to: number;
                            citationBefore: string;
                            citation: string;
                        }[];
                        keeping: {
                            drafts: number;
                            running: number;
                        };
                        followedBy: {
                            version: number;
                            effectiveFrom: string;
                            documentNumber: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    DocumentsController_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description 材料种类 */
                    kind: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        name: string;
                        version: number;
                        size: number;
                        mediaType: string;
                        sha256: string;
                        sm3: string;
                        uploadedAt: string;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    DocumentsController_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    NotificationsController_list: {
        parameters: {
            query?: {
                unread?: "true" | "false";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            text: string;
                            caseId: string | null;
                            createdAt: string;
                            readAt: string | null;
                        }[];
                        unread: number;
                        next: string | null;
                    };
                };
            };
        };
    };
    NotificationsController_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
                        unread: number;
                    };
                };
            };
        };
    };
    NotificationsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        text: string;
                        caseId: string | null;
                        createdAt: string;
                        readAt: string | null;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    EventsController_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    UrgesController_urge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        taskId: string;
                        caseId: string;
                        label: string;
                        by: {
                            id: string;
                            name: string;
                        };
                        note: string | null;
                        at: string;
                        nextAt: string;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            /** @description 催办过于频繁；Retry-After 为需等待的秒数 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    UrgesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            taskId: string;
                            caseId: string;
                            label: string;
                            by: {
                                id: string;
                                name: string;
                            };
                            note: string | null;
                            at: string;
                            nextAt: string;
                        }[];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CopiesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            person: {
                                id: string;
                                name: string;
                            };
                            by: {
                                id: string;
                                name: string;
                            };
                            note: string | null;
                            at: string;
                            readAt: string | null;
                        }[];
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    CopiesController_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            person: {
                                id: string;
                                name: string;
                            };
                            by: {
                                id: string;
                                name: string;
                            };
                            note: string | null;
                            at: string;
                            readAt: string | null;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ChannelsController_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string | null;
                        channels: {
                            mail: boolean;
                            webhook: boolean;
                        };
                        preferences: {
                            kind: string;
                            /** @enum {string} */
                            channel: "mail" | "webhook";
                            /** @enum {string} */
                            mode: "off" | "at-once" | "daily";
                        }[];
                    };
                };
            };
        };
    };
    ChannelsController_putPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string | null;
                    preferences: {
                        kind: string;
                        /** @enum {string} */
                        channel: "mail" | "webhook";
                        /** @enum {string} */
                        mode: "off" | "at-once" | "daily";
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string | null;
                        channels: {
                            mail: boolean;
                            webhook: boolean;
                        };
                        preferences: {
                            kind: string;
                            /** @enum {string} */
                            channel: "mail" | "webhook";
                            /** @enum {string} */
                            mode: "off" | "at-once" | "daily";
                        }[];
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ChannelsController_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: {
                            on: boolean;
                            from: string | null;
                        };
                        webhook: {
                            on: boolean;
                            /** @enum {string|null} */
                            kind: "wecom" | "dingtalk" | null;
                            address: string | null;
                            signed: boolean;
                        };
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ChannelsController_putSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mail: {
                        on: boolean;
                        from: string | null;
                    };
                    webhook: {
                        on: boolean;
                        /** @enum {string|null} */
                        kind: "wecom" | "dingtalk" | null;
                        /** Format: uri */
                        url?: string | null;
                        secret?: string | null;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: {
                            on: boolean;
                            from: string | null;
                        };
                        webhook: {
                            on: boolean;
                            /** @enum {string|null} */
                            kind: "wecom" | "dingtalk" | null;
                            address: string | null;
                            signed: boolean;
                        };
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ChannelsController_incidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outages: {
                            /** @enum {string} */
                            channel: "mail" | "webhook";
                            since: string;
                            failures: number;
                            retryAt: string | null;
                            error: string;
                        }[];
                        waiting: number;
                        items: {
                            id: string;
                            /** @enum {string} */
                            channel: "mail" | "webhook";
                            personId: string;
                            error: string;
                            attempts: number;
                            createdAt: string;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ChannelsController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "waiting";
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_annual: {
        parameters: {
            query?: {
                organisation?: string;
                revision?: number;
            };
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        };
                        frozenAt: string | null;
                        revision: number | null;
                        counts: {
                            [key: string]: number;
                        };
                        sentence: string;
                        categories: {
                            category: string;
                            label: string;
                            unit: string;
                            received: number;
                            accepted: number;
                            concluded: number;
                            returned: number;
                            declined: number;
                            withdrawn: number;
                            supplements: number;
                            conclusions: {
                                [key: string]: number;
                            };
                            adoption: {
                                full: number;
                                partial: number;
                                none: number;
                                pending: number;
                            };
                            adoptionRate: number | null;
                            pointsRaised: number;
                            overdue: number;
                            urgent: number;
                            meanWorkingDays: number | null;
                            adviserParticipation: number;
                            filed: number;
                            filedOnTime: number;
                            carriedIn: number;
                            carriedOut: number;
                            balanced: boolean;
                        }[];
                        year: number;
                        basis: string;
                        asOf: string;
                        labels: {
                            [key: string]: string;
                        };
                        towns: {
                            organisation: {
                                id: string;
                                code: string;
                                name: string;
                                kind: string;
                            };
                            frozenAt: string | null;
                            revision: number | null;
                            counts: {
                                [key: string]: number;
                            };
                            sentence: string;
                            categories: {
                                category: string;
                                label: string;
                                unit: string;
                                received: number;
                                accepted: number;
                                concluded: number;
                                returned: number;
                                declined: number;
                                withdrawn: number;
                                supplements: number;
                                conclusions: {
                                    [key: string]: number;
                                };
                                adoption: {
                                    full: number;
                                    partial: number;
                                    none: number;
                                    pending: number;
                                };
                                adoptionRate: number | null;
                                pointsRaised: number;
                                overdue: number;
                                urgent: number;
                                meanWorkingDays: number | null;
                                adviserParticipation: number;
                                filed: number;
                                filedOnTime: number;
                                carriedIn: number;
                                carriedOut: number;
                                balanced: boolean;
                            }[];
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_cases: {
        parameters: {
            query?: {
                organisation?: string;
                revision?: number;
                category?: string;
                figure?: "received" | "accepted" | "concluded" | "returned" | "declined" | "withdrawn" | "supplements" | "overdue" | "urgent" | "adviserParticipation" | "filed" | "filedOnTime" | "carriedIn" | "carriedOut";
                conclusion?: string;
                adoption?: "full" | "partial" | "none" | "pending";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                            category: string;
                            categoryLabel: string;
                            state: string;
                            stage: string;
                            /** @enum {string} */
                            status: "active" | "done";
                            organisation: {
                                id: string;
                                code: string;
                                name: string;
                            };
                            receivedOn: string | null;
                            acceptedOn: string | null;
                            /** @enum {string|null} */
                            outcome: "concluded" | "returned" | "declined" | "withdrawn" | null;
                            outcomeOn: string | null;
                            conclusion: string | null;
                            adoption: string | null;
                            workingDays: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_rollUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        };
                        counts: {
                            [key: string]: number;
                        };
                        sentence: string;
                        categories: {
                            category: string;
                            label: string;
                            unit: string;
                            received: number;
                            accepted: number;
                            concluded: number;
                            returned: number;
                            declined: number;
                            withdrawn: number;
                            supplements: number;
                            conclusions: {
                                [key: string]: number;
                            };
                            adoption: {
                                full: number;
                                partial: number;
                                none: number;
                                pending: number;
                            };
                            adoptionRate: number | null;
                            pointsRaised: number;
                            overdue: number;
                            urgent: number;
                            meanWorkingDays: number | null;
                            adviserParticipation: number;
                            filed: number;
                            filedOnTime: number;
                            carriedIn: number;
                            carriedOut: number;
                            balanced: boolean;
                        }[];
                        year: number;
                        towns: {
                            organisation: {
                                id: string;
                                code: string;
                                name: string;
                                kind: string;
                            };
                            frozenAt: string | null;
                            revision: number | null;
                            counts: {
                                [key: string]: number;
                            };
                            sentence: string;
                            categories: {
                                category: string;
                                label: string;
                                unit: string;
                                received: number;
                                accepted: number;
                                concluded: number;
                                returned: number;
                                declined: number;
                                withdrawn: number;
                                supplements: number;
                                conclusions: {
                                    [key: string]: number;
                                };
                                adoption: {
                                    full: number;
                                    partial: number;
                                    none: number;
                                    pending: number;
                                };
                                adoptionRate: number | null;
                                pointsRaised: number;
                                overdue: number;
                                urgent: number;
                                meanWorkingDays: number | null;
                                adviserParticipation: number;
                                filed: number;
                                filedOnTime: number;
                                carriedIn: number;
                                carriedOut: number;
                                balanced: boolean;
                            }[];
                            balanced: boolean;
                        }[];
                        notFrozen: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        }[];
                        complete: boolean;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        revision: number;
                        reason: string | null;
                        frozenAt: string;
                        frozenBy: {
                            id: string | null;
                            name: string;
                        };
                        digest: string;
                        cases: number;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_revisions: {
        parameters: {
            query?: {
                organisation?: string;
                revision?: number;
            };
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            year: number;
                            revision: number;
                            reason: string | null;
                            frozenAt: string;
                            frozenBy: {
                                id: string | null;
                                name: string;
                            };
                            digest: string;
                            cases: number;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    ReportsController_revise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 2000 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        revision: number;
                        reason: string | null;
                        frozenAt: string;
                        frozenBy: {
                            id: string | null;
                            name: string;
                        };
                        digest: string;
                        cases: number;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterImportController_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            fileName: string;
                            fileHash: string;
                            size: number;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            encoding: string;
                            sheet: string | null;
                            /** @enum {string} */
                            state: "draft" | "running" | "done";
                            headerLine: number | null;
                            headings: string[];
                            fields: {
                                key: string;
                                label: string;
                            }[];
                            mapping: {
                                columns: {
                                    [key: string]: number;
                                };
                                defaults: {
                                    [key: string]: string;
                                };
                                remembered: boolean;
                            };
                            counts: {
                                rows: number;
                                add: number;
                                skip: number;
                                refuse: number;
                                added: number;
                            };
                            progress: {
                                done: number;
                                of: number;
                                added: number;
                                refused: number;
                            };
                            createdBy: {
                                id: string;
                                name: string;
                            };
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterImportController_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        fileHash: string;
                        size: number;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        sheet: string | null;
                        /** @enum {string} */
                        state: "draft" | "running" | "done";
                        headerLine: number | null;
                        headings: string[];
                        fields: {
                            key: string;
                            label: string;
                        }[];
                        mapping: {
                            columns: {
                                [key: string]: number;
                            };
                            defaults: {
                                [key: string]: string;
                            };
                            remembered: boolean;
                        };
                        counts: {
                            rows: number;
                            add: number;
                            skip: number;
                            refuse: number;
                            added: number;
                        };
                        progress: {
                            done: number;
                            of: number;
                            added: number;
                            refused: number;
                        };
                        createdBy: {
                            id: string;
                            name: string;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterImportController_find: {
        parameters: {
            query?: {
                rows?: "add" | "skip" | "refuse" | "added" | "all";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        fileHash: string;
                        size: number;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        sheet: string | null;
                        /** @enum {string} */
                        state: "draft" | "running" | "done";
                        headerLine: number | null;
                        headings: string[];
                        fields: {
                            key: string;
                            label: string;
                        }[];
                        mapping: {
                            columns: {
                                [key: string]: number;
                            };
                            defaults: {
                                [key: string]: string;
                            };
                            remembered: boolean;
                        };
                        counts: {
                            rows: number;
                            add: number;
                            skip: number;
                            refuse: number;
                            added: number;
                        };
                        progress: {
                            done: number;
                            of: number;
                            added: number;
                            refused: number;
                        };
                        createdBy: {
                            id: string;
                            name: string;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        rows: {
                            items: {
                                line: number;
                                /** @enum {string} */
                                state: "add" | "skip" | "refuse" | "added";
                                cells: string[];
                                problems: {
                                    column: string | null;
                                    code: string;
                                    message: string;
                                }[];
                                caseId: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterImportController_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    headerLine?: number;
                    columns: {
                        serial?: number | null;
                        receivedOn?: number | null;
                        unit?: number | null;
                        title?: number | null;
                        category?: number | null;
                        acceptedOn?: number | null;
                        reviewer?: number | null;
                        adviser?: number | null;
                        conclusion?: number | null;
                        number?: number | null;
                        concludedOn?: number | null;
                        filedOn?: number | null;
                        status?: number | null;
                        note?: number | null;
                    };
                    defaults?: {
                        category?: string | null;
                        unit?: string | null;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        fileHash: string;
                        size: number;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        sheet: string | null;
                        /** @enum {string} */
                        state: "draft" | "running" | "done";
                        headerLine: number | null;
                        headings: string[];
                        fields: {
                            key: string;
                            label: string;
                        }[];
                        mapping: {
                            columns: {
                                [key: string]: number;
                            };
                            defaults: {
                                [key: string]: string;
                            };
                            remembered: boolean;
                        };
                        counts: {
                            rows: number;
                            add: number;
                            skip: number;
                            refuse: number;
                            added: number;
                        };
                        progress: {
                            done: number;
                            of: number;
                            added: number;
                            refused: number;
                        };
                        createdBy: {
                            id: string;
                            name: string;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterImportController_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        fileHash: string;
                        size: number;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        sheet: string | null;
                        /** @enum {string} */
                        state: "draft" | "running" | "done";
                        headerLine: number | null;
                        headings: string[];
                        fields: {
                            key: string;
                            label: string;
                        }[];
                        mapping: {
                            columns: {
                                [key: string]: number;
                            };
                            defaults: {
                                [key: string]: string;
                            };
                            remembered: boolean;
                        };
                        counts: {
                            rows: number;
                            add: number;
                            skip: number;
                            refuse: number;
                            added: number;
                        };
                        progress: {
                            done: number;
                            of: number;
                            added: number;
                            refused: number;
                        };
                        createdBy: {
                            id: string;
                            name: string;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    RegisterExportController_export: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_year: {
        parameters: {
            query: {
                year: string;
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        items: {
                            key: string;
                            label: string & (string);
                            unit: string & (string);
                            /** @enum {string} */
                            mode: "sum" | "standing";
                            section: string & (string);
                            value: number | null;
                            quarters: (number | null)[];
                            entries: number;
                            missingQuarters: number[];
                        }[];
                        attendance: {
                            shouldAttend: number;
                            attended: number;
                            rate: number | null;
                            note: string | null;
                        };
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            label: string & (string);
                            unit: string & (string);
                            /** @enum {string} */
                            mode: "sum" | "standing";
                            section: string & (string);
                            synonyms: (string & (string))[];
                            /** @enum {string|null} */
                            expected: "quarter" | null;
                            active: boolean;
                            key: string;
                            builtIn: boolean;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_putKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string & (string);
                    unit: string & (string);
                    /** @enum {string} */
                    mode: "sum" | "standing";
                    section: string & (string);
                    synonyms: (string & (string))[];
                    /** @enum {string|null} */
                    expected: "quarter" | null;
                    active: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            label: string & (string);
                            unit: string & (string);
                            /** @enum {string} */
                            mode: "sum" | "standing";
                            section: string & (string);
                            synonyms: (string & (string))[];
                            /** @enum {string|null} */
                            expected: "quarter" | null;
                            active: boolean;
                            key: string;
                            builtIn: boolean;
                        }[];
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_enter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键重复提交只登记一条 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line: string;
                } | {
                    kind: string;
                    /** Format: date */
                    date: string;
                    number: number;
                    /** @default  */
                    note?: string & (string);
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        label: string;
                        unit: string;
                        date: string;
                        number: number;
                        note: string;
                        enteredBy: {
                            id: string;
                            name: string;
                        };
                        enteredAt: string;
                        voided: {
                            reason: string;
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                        } | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string & (string);
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        label: string;
                        unit: string;
                        date: string;
                        number: number;
                        note: string;
                        enteredBy: {
                            id: string;
                            name: string;
                        };
                        enteredAt: string;
                        voided: {
                            reason: string;
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                        } | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
    IndicatorsController_entries: {
        parameters: {
            query: {
                year: string;
                organisation?: string;
                quarter?: number;
                voided?: "true" | "false";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            label: string;
                            unit: string;
                            date: string;
                            number: number;
                            note: string;
                            enteredBy: {
                                id: string;
                                name: string;
                            };
                            enteredAt: string;
                            voided: {
                                reason: string;
                                by: {
                                    id: string;
                                    name: string;
                                };
                                at: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        instance?: string;
                        refusals?: {
                            rule: string;
                            message: string;
                            citation: string | null;
                            overridable: boolean;
                        }[];
                        issues?: {
                            path: string;
                            message: string;
                        }[];
                        currentVersion?: number;
                    };
                };
            };
        };
    };
}
