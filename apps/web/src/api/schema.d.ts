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
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改本人密码；其他设备上的登录随即失效 */
        post: operations["AuthController_changePassword"];
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
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本机关及下级机关 */
        get: operations["OrganisationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本机关及下级机关的账号，供系统管理员、安全管理员、审计员查看 */
        get: operations["AccountsController_list"];
        put?: never;
        /** 新建账号（系统管理员）；不带角色，返回一次性密码 */
        post: operations["AccountsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改姓名（系统管理员） */
        patch: operations["AccountsController_rename"];
        trace?: never;
    };
    "/api/administration/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 授予、收回角色和资格（安全管理员）：以所列为准，未列的即收回 */
        put: operations["AccountsController_grant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/people/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用账号（系统管理员）：会话随即结束；名下有未办任务又无代理人的，先转办 */
        post: operations["AccountsController_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/people/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用账号（系统管理员） */
        post: operations["AccountsController_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/administration/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置密码（系统管理员）：返回一次性密码，登录后须改为自己的密码 */
        post: operations["AccountsController_resetPassword"];
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
        /** 案件的全部材料：各版本、轮次、查毒与文字读取情况、提示 */
        get: operations["DocumentsController_list"];
        put?: never;
        /**
         * 上传材料；同一种类的每次上传为一个新版本
         * @description 按文件内容判断类型。与该种类同一轮次最新版本内容相同的文件不产生新版本，答复即为原有版本（201）。材料种类见 /api/definitions/:key 的 materials。
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
        /**
         * 下载材料；inline=1 时在页面内查看（pdf、图片、文本）
         * @description 每次查阅都记录在案。含病毒的文件不提供（409）。法律顾问的工作结束后不再提供（403）。
         */
        get: operations["DocumentsController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{documentId}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 材料的文字，逐段；未接受的修订以〔插入：…〕〔删除：…〕标明
         * @description state 为 done 以外时没有段落：pending 读取中，no-text 为没有文字的扫描件，failed 见 message，not-read 为不读取文字的类型。
         */
        get: operations["DocumentsController_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/document-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 材料的查阅记录：谁、何时、看了什么；新的在前 */
        get: operations["DocumentsController_accesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在可查阅的材料文字中检索，新的在前 */
        get: operations["DocumentsController_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件的比对，新的在前 */
        get: operations["ComparisonsController_list"];
        put?: never;
        /**
         * 比对同一案件的两份材料或两个版本：先逐段，再逐字；后台完成
         * @description left 为原文（如审定文本），right 为后来的文本（如盖章文本）。同样的两份再次发起，答复为原有的比对。
         */
        post: operations["ComparisonsController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/comparisons/{comparisonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次比对：不同之处，段对段，并标出增删的文字 */
        get: operations["ComparisonsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/comparisons/{comparisonId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认比对结果，记入案件经过；有不同的须写明理由，扫描件须先逐页人工核对
         * @description 案件所处环节不需要比对时答复409。
         */
        post: operations["ComparisonsController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 执法音像记录目录，按开始时间；gaps 为案件经过而没有记录的环节 */
        get: operations["RecordingsController_index"];
        put?: never;
        /** 登记一条音像记录：设备、人员、起止时间、文件与哈希、证明内容 */
        post: operations["RecordingsController_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/recordings/{recordingId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废一条登记（写明理由）；原登记保留 */
        post: operations["RecordingsController_void"];
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
    "/api/reports/annual/{year}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度报告草稿的全部数据：每项的数、单位、所依据的列表、是否待补 */
        get: operations["DraftController_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/annual/{year}/draft.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度报告草稿（docx）：按本单位现用模板生成，每个数是指向其列表的链接，待补的标黄并列于文末 */
        get: operations["DraftController_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位年度报告模板的各个版本，新的在前；以及模板可用的占位符 */
        get: operations["TemplateController_list"];
        put?: never;
        /**
         * 上传新版模板（司法所所长）；有问题的不保存，逐项列出
         * @description 占位符写作 {{名称}}，可用键或中文名。模板中不执行任何命令、公式、宏。与现用版本相同的不另存。
         */
        post: operations["TemplateController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查一份模板而不保存：占位符、问题，以及比内置模板少了哪些数据 */
        post: operations["TemplateController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复以前的版本（司法所所长），成为新的一版；0 为内置模板 */
        post: operations["TemplateController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/{version}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一版模板，在 WPS 或 Word 中修改 */
        get: operations["TemplateController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 统计：逐月收件和审结、同比、各类别和各阶段用时、按期率、采纳率、审查人和法律顾问工作量
         * @description 按台账现状统计，每个数的 list 是列出其各件的地址。
         */
        get: operations["StatisticsController_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/statistics/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各状态的停留时间（日历日，中位数和九成以内）和现有件数，供状态图使用 */
        get: operations["StatisticsController_stays"];
        put?: never;
        post?: never;
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
    "/api/register/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账：每件一行，各列可筛选，按键翻页
         * @description q 在名称、单位、文号、审查人、法律顾问、备注中查找；sort 前加 - 为倒序；县级含所辖各镇。
         */
        get: operations["RegisterEntriesController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 保存的台账视图：自己的和本单位共用的，以及可选的列 */
        get: operations["RegisterEntriesController_list"];
        put?: never;
        /** 保存一个视图：名称、列、筛选、排序，自用或本单位共用；同名的不重复保存 */
        post: operations["RegisterEntriesController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改自己的视图 */
        put: operations["RegisterEntriesController_change"];
        post?: never;
        /** 删除自己的视图 */
        delete: operations["RegisterEntriesController_remove"];
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
    "/api/indicators/entries/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 为一条登记上传附件（照片、签到表等，不超过20MB）；同一文件不重复保存 */
        post: operations["AttachmentsController_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/entries/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载附件 */
        get: operations["AttachmentsController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计记录：按人员、操作、对象、日期查询，最近的在前 */
        get: operations["AuditController_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个案件的办理经过，只有时间、人员、动作和校验值，没有案件内容 */
        get: operations["AuditController_caseTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核验本机关及下级机关全部案件和审计记录的校验链
         * @description 在后台进行，进度见 /api/audit/verifications/:id；已有一次在进行的，答复即为那一次。
         */
        post: operations["AuditController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验的进度和结果：件数，以及不符记录的编号 */
        get: operations["AuditController_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 案件的文书
         * @description 按产生的先后列出。正在生成的文书 status 为 waiting，尚无编号以外的内容，稍后再看即可。
         */
        get: operations["PapersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预览文书：按目前的情况排出，标明草稿，不保存 */
        get: operations["PapersController_preview"];
        put?: never;
        /**
         * 预览文书：带上办理动作的内容，例如审签前看修改后的审查意见书
         * @description payload 与该文书所属办理动作的 payload 相同，只检查不办理。
         */
        post: operations["PapersController_previewWith"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers/{paperId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载文书
         * @description 默认为固定下来的 docx 原件；format=pdf 由 LibreOffice 转换，未安装时为 409。每次下载都有记录。
         */
        get: operations["PapersController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书可以有哪些格式 */
        get: operations["LettersController_capabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/opinion-letter/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审查意见书的文字：由审查人的审查情况和法律顾问的意见汇集而成，逐句标明依据
         * @description 审签后即为签发的文字。answered 为 true 的部分，采纳情况按其中的 line 逐条反馈。
         */
        get: operations["LettersController_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各种文书的模板：启用的版本、上传过的版本、可用的占位符 */
        get: operations["TemplatesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传一版模板（docx），上传后不自动启用
         * @description 只用 {{占位符}}，{{正文}} 单独成段。含宏、外部链接、嵌入对象、修订痕迹、页码以外的域的不予接收。
         */
        post: operations["TemplatesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{kind}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用某一版模板，或者退回以前的版本；0 为系统自带的模板 */
        post: operations["TemplatesController_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用示例数据看模板的样张 */
        get: operations["TemplatesController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{kind}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一版模板，在 WPS 或 Word 中修改；0 为系统自带的，占位符已就位 */
        get: operations["TemplatesController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个代字一年的文号，按序号列出，作废的也在内 */
        get: operations["NumbersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各个代字每年的文号：用到几号，作废几个 */
        get: operations["NumbersController_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/numbers/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废文号：保留序号和理由，不再使用；记入案件的办理记录 */
        post: operations["NumbersController_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/file-index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 卷内目录：文书在前，材料在后，逐件页数和起止页码 */
        get: operations["ArchiveController_index"];
        /** 登记卷内文件的页数（档案员）；归档后也可以登记，每次登记都保留 */
        put: operations["ArchiveController_countPages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已归档的案件：保管期限、可以鉴定销毁的日期、是否已移交 */
        get: operations["ArchiveController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archive/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 移交记录，新的在前 */
        get: operations["ArchiveController_handOverList"];
        put?: never;
        /** 移交已归档的案件（档案员），生成移交清单；一个案件只移交一次 */
        post: operations["ArchiveController_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archive/hand-overs/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 移交清单（xlsx，A4横向） */
        get: operations["ArchiveController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proof-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位制作的证明包，新的在前 */
        get: operations["ProofPacksController_list"];
        put?: never;
        /**
         * 制作履职证明包：一个案件一个ZIP；多个案件（至多500个）合为一个ZIP，附总目录
         * @description 所长、分管领导、档案员；上级机关可以制作所辖案件的证明包。后台制作，用 GET 查看进度，state 为 done 后下载；保存30日。
         */
        post: operations["ProofPacksController_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proof-packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个证明包：进度、封缄值、保存期、下载记录 */
        get: operations["ProofPacksController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proof-packs/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载证明包；每次下载都有记录 */
        get: operations["ProofPacksController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 重新计算一个案件的记录链：是否完好，共几条，第一条不符的是哪一条 */
        get: operations["ProofPacksController_verify"];
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
    schemas: {
        AcceptComparison: {
            reason?: string;
            checkedByHand?: boolean;
            expectedVersion?: number;
        };
        Account: {
            id: string;
            username: string;
            name: string;
            organisation: components["schemas"]["OrganisationRef"];
            roles: string[];
            qualifications: string[];
            active: boolean;
            mustChangePassword: boolean;
            createdAt: string;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            next: string | null;
        };
        AccountWithPassword: {
            id: string;
            username: string;
            name: string;
            organisation: components["schemas"]["OrganisationRef"];
            roles: string[];
            qualifications: string[];
            active: boolean;
            mustChangePassword: boolean;
            createdAt: string;
            oneTimePassword: string;
        };
        AdoptionFigures: {
            full: components["schemas"]["StatisticFigure"];
            partial: components["schemas"]["StatisticFigure"];
            none: components["schemas"]["StatisticFigure"];
            pending: components["schemas"]["StatisticFigure"];
        };
        AnnualReport: {
            organisation: components["schemas"]["ReportOrganisation"];
            frozenAt: string | null;
            revision: number | null;
            counts: {
                [key: string]: number;
            };
            sentence: string;
            categories: components["schemas"]["CategoryFigures"][];
            year: number;
            basis: string;
            asOf: string;
            labels: {
                [key: string]: string;
            };
            towns: {
                organisation: components["schemas"]["ReportOrganisation"];
                frozenAt: string | null;
                revision: number | null;
                counts: {
                    [key: string]: number;
                };
                sentence: string;
                categories: components["schemas"]["CategoryFigures"][];
            }[];
        };
        /** 受理 */
        AnyAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept";
        } | components["schemas"]["NormativeDocumentAcceptEvent"] | components["schemas"]["ContractAcceptEvent"] | components["schemas"]["EnforcementDecisionAcceptEvent"] | components["schemas"]["MajorDecisionAcceptEvent"];
        /** 反馈采纳情况 */
        AnyAdoptionRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "adoption.record";
        } | components["schemas"]["NormativeDocumentAdoptionRecordEvent"] | components["schemas"]["ContractAdoptionRecordEvent"] | components["schemas"]["MajorDecisionAdoptionRecordEvent"];
        /** 指派法律顾问 */
        AnyAdvisersAssignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "advisers.assign";
        } | components["schemas"]["NormativeDocumentAdvisersAssignEvent"] | components["schemas"]["ContractAdvisersAssignEvent"] | components["schemas"]["EnforcementDecisionAdvisersAssignEvent"] | components["schemas"]["MajorDecisionAdvisersAssignEvent"];
        /** 归档 */
        AnyArchiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "archive";
        } | components["schemas"]["NormativeDocumentArchiveEvent"] | components["schemas"]["ContractArchiveEvent"] | components["schemas"]["EnforcementDecisionArchiveEvent"] | components["schemas"]["MajorDecisionArchiveEvent"];
        /** 确认盖章文本的比对结果 */
        AnyComparisonAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "comparison.accept";
        } | components["schemas"]["ContractComparisonAcceptEvent"];
        /** 签订合同 */
        AnyContractSignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contract.sign";
        } | components["schemas"]["ContractContractSignEvent"];
        /** 作出决定 */
        AnyDecisionMakeEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decision.make";
        } | components["schemas"]["EnforcementDecisionDecisionMakeEvent"] | components["schemas"]["MajorDecisionDecisionMakeEvent"];
        /** 送达 */
        AnyDecisionServeEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decision.serve";
        } | components["schemas"]["EnforcementDecisionDecisionServeEvent"];
        /** 不予审核 */
        AnyDeclineEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decline";
        } | components["schemas"]["NormativeDocumentDeclineEvent"] | components["schemas"]["ContractDeclineEvent"] | components["schemas"]["EnforcementDecisionDeclineEvent"] | components["schemas"]["MajorDecisionDeclineEvent"];
        /** 登记集体讨论 */
        AnyDeliberationRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deliberation.record";
        } | components["schemas"]["NormativeDocumentDeliberationRecordEvent"] | components["schemas"]["MajorDecisionDeliberationRecordEvent"];
        /** 修改送审信息 */
        AnyDraftAmendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft.amend";
        } | components["schemas"]["NormativeDocumentDraftAmendEvent"] | components["schemas"]["ContractDraftAmendEvent"] | components["schemas"]["EnforcementDecisionDraftAmendEvent"] | components["schemas"]["MajorDecisionDraftAmendEvent"];
        /** 报送备案 */
        AnyFileEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "file";
        } | components["schemas"]["NormativeDocumentFileEvent"] | components["schemas"]["ContractFileEvent"] | components["schemas"]["EnforcementDecisionFileEvent"] | components["schemas"]["MajorDecisionFileEvent"];
        /** 提出审查意见 */
        AnyFindingsRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "findings.record";
        } | components["schemas"]["NormativeDocumentFindingsRecordEvent"] | components["schemas"]["ContractFindingsRecordEvent"] | components["schemas"]["EnforcementDecisionFindingsRecordEvent"] | components["schemas"]["MajorDecisionFindingsRecordEvent"];
        /** 组织论证或者请示上级 */
        AnyInquiryBeginEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.begin";
        } | components["schemas"]["NormativeDocumentInquiryBeginEvent"] | components["schemas"]["ContractInquiryBeginEvent"] | components["schemas"]["EnforcementDecisionInquiryBeginEvent"] | components["schemas"]["MajorDecisionInquiryBeginEvent"];
        /** 登记论证或者请示结果 */
        AnyInquiryEndEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.end";
        } | components["schemas"]["NormativeDocumentInquiryEndEvent"] | components["schemas"]["ContractInquiryEndEvent"] | components["schemas"]["EnforcementDecisionInquiryEndEvent"] | components["schemas"]["MajorDecisionInquiryEndEvent"];
        /** 同意审查意见 */
        AnyLeaderApproveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.approve";
        } | components["schemas"]["NormativeDocumentLeaderApproveEvent"] | components["schemas"]["ContractLeaderApproveEvent"] | components["schemas"]["EnforcementDecisionLeaderApproveEvent"] | components["schemas"]["MajorDecisionLeaderApproveEvent"];
        /** 不同意审查意见 */
        AnyLeaderRejectEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.reject";
        } | components["schemas"]["NormativeDocumentLeaderRejectEvent"] | components["schemas"]["ContractLeaderRejectEvent"] | components["schemas"]["EnforcementDecisionLeaderRejectEvent"] | components["schemas"]["MajorDecisionLeaderRejectEvent"];
        /** 出具法律顾问意见 */
        AnyOpinionGiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "opinion.give";
        } | components["schemas"]["NormativeDocumentOpinionGiveEvent"] | components["schemas"]["ContractOpinionGiveEvent"] | components["schemas"]["EnforcementDecisionOpinionGiveEvent"] | components["schemas"]["MajorDecisionOpinionGiveEvent"];
        /** 公布 */
        AnyPromulgateEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promulgate";
        } | components["schemas"]["NormativeDocumentPromulgateEvent"];
        /** 公开 */
        AnyPubliciseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "publicise";
        } | components["schemas"]["NormativeDocumentPubliciseEvent"] | components["schemas"]["EnforcementDecisionPubliciseEvent"] | components["schemas"]["MajorDecisionPubliciseEvent"];
        /** 回避 */
        AnyRecuseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "recuse";
        } | components["schemas"]["NormativeDocumentRecuseEvent"] | components["schemas"]["ContractRecuseEvent"] | components["schemas"]["EnforcementDecisionRecuseEvent"] | components["schemas"]["MajorDecisionRecuseEvent"];
        /** 退回 */
        AnyReturnEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "return";
        } | components["schemas"]["NormativeDocumentReturnEvent"] | components["schemas"]["ContractReturnEvent"] | components["schemas"]["EnforcementDecisionReturnEvent"] | components["schemas"]["MajorDecisionReturnEvent"];
        /** 延长审查期限 */
        AnyReviewExtendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review.extend";
        } | components["schemas"]["NormativeDocumentReviewExtendEvent"] | components["schemas"]["ContractReviewExtendEvent"] | components["schemas"]["EnforcementDecisionReviewExtendEvent"] | components["schemas"]["MajorDecisionReviewExtendEvent"];
        /** 退回审查 */
        AnySendBackEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "send-back";
        } | components["schemas"]["NormativeDocumentSendBackEvent"] | components["schemas"]["ContractSendBackEvent"] | components["schemas"]["EnforcementDecisionSendBackEvent"] | components["schemas"]["MajorDecisionSendBackEvent"];
        /** 审签 */
        AnySignOffEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sign-off";
        } | components["schemas"]["NormativeDocumentSignOffEvent"] | components["schemas"]["ContractSignOffEvent"] | components["schemas"]["EnforcementDecisionSignOffEvent"] | components["schemas"]["MajorDecisionSignOffEvent"];
        /** 提交送审 */
        AnySubmitEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "submit";
        } | components["schemas"]["NormativeDocumentSubmitEvent"] | components["schemas"]["ContractSubmitEvent"] | components["schemas"]["EnforcementDecisionSubmitEvent"] | components["schemas"]["MajorDecisionSubmitEvent"];
        /** 提交补正材料 */
        AnySupplementProvideEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.provide";
        } | components["schemas"]["NormativeDocumentSupplementProvideEvent"] | components["schemas"]["ContractSupplementProvideEvent"] | components["schemas"]["EnforcementDecisionSupplementProvideEvent"] | components["schemas"]["MajorDecisionSupplementProvideEvent"];
        /** 要求补正 */
        AnySupplementRequestEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.request";
        } | components["schemas"]["NormativeDocumentSupplementRequestEvent"] | components["schemas"]["ContractSupplementRequestEvent"] | components["schemas"]["EnforcementDecisionSupplementRequestEvent"] | components["schemas"]["MajorDecisionSupplementRequestEvent"];
        /** 撤回 */
        AnyWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
        } | components["schemas"]["NormativeDocumentWithdrawEvent"] | components["schemas"]["ContractWithdrawEvent"] | components["schemas"]["EnforcementDecisionWithdrawEvent"] | components["schemas"]["MajorDecisionWithdrawEvent"];
        ArchivePage: {
            items: components["schemas"]["ArchivedCase"][];
            next: string | null;
        };
        ArchivedCase: {
            id: string;
            title: string;
            category: string;
            categoryLabel: string;
            organisation: components["schemas"]["CaseOrganisation"];
            number: string | null;
            fileNumber: string | null;
            archivedOn: string;
            retention: {
                years: number | null;
                label: string;
                citation: string | null;
                disposableOn: string | null;
                due: boolean;
            };
            handedOver: {
                id: string;
                receiver: string;
                at: string;
            } | null;
        };
        AuditEntry: {
            id: string;
            organisation: {
                id: string;
                name: string;
            };
            seq: number;
            at: string;
            actor: components["schemas"]["PersonRef"] | null;
            action: string;
            label: string;
            subject: {
                kind: string;
                id: string;
            } | null;
            /** @enum {string} */
            outcome: "done" | "failed" | "refused";
            address: string | null;
            detail: {
                [key: string]: unknown;
            };
            hash: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        AuditVerification: {
            id: string;
            requestedAt: string;
            requestedBy: components["schemas"]["PersonRef"];
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            cases: {
                total: number;
                checked: number;
            };
            entries: {
                checked: number;
            };
            broken: number;
            findings: {
                /** @enum {string} */
                kind: "case" | "audit";
                id: string;
                seq: number;
                reason: string;
            }[];
            finishedAt: string | null;
        };
        CalendarChanged: {
            year: number;
            unchanged: boolean;
            diff: components["schemas"]["CalendarDifference"];
            count: number;
            recomputed: components["schemas"]["MovedClock"][];
        };
        CalendarChanges: {
            items: {
                revision: string;
                /** @enum {string} */
                kind: "import" | "override" | "override-removed" | "built-in";
                year: number;
                date: string | null;
                documentNumber: string;
                by: components["schemas"]["PersonRef"] | null;
                at: string;
                detail: unknown;
                settled: boolean;
            }[];
        };
        CalendarDay: {
            date: string;
            /** @enum {string} */
            kind: "off" | "work";
            name?: string;
        };
        CalendarDays: {
            year: number;
            provisional: boolean;
            source: string | null;
            days: components["schemas"]["CalendarDay"][];
            overrides: {
                date: string;
                /** @enum {string} */
                kind: "off" | "work";
                documentNumber: string;
                enteredAt: string;
            }[];
        };
        CalendarDifference: {
            added: components["schemas"]["CalendarDay"][];
            removed: components["schemas"]["CalendarDay"][];
            changed: {
                date: string;
                /** @enum {string} */
                from: "off" | "work";
                /** @enum {string} */
                to: "off" | "work";
            }[];
        };
        CalendarImportRequest: {
            /** @enum {string} */
            format: "json" | "ics" | "notice";
            text: string;
            year?: number;
            /** @default false */
            replace?: boolean;
            documentNumber: string;
        };
        CalendarPreview: {
            year: number | null;
            days: components["schemas"]["CalendarDay"][];
            problems: {
                code: string;
                message: string;
                phrase?: string;
            }[];
            diff: components["schemas"]["CalendarDifference"];
            present: boolean;
            affected: number;
        };
        CalendarPreviewRequest: {
            /** @enum {string} */
            format: "json" | "ics" | "notice";
            text: string;
            year?: number;
        };
        CalendarYears: {
            years: number[];
            latest: number | null;
        };
        Case: {
            id: string;
            category: string;
            categoryLabel: string;
            title: string;
            organisation: components["schemas"]["CaseOrganisation"];
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
            clocks: components["schemas"]["Clock"][];
            tasks: components["schemas"]["Task"][];
            events: components["schemas"]["PossibleEvent"][];
            materials: components["schemas"]["Material"][];
            documents: components["schemas"]["Document"][];
            opinions: components["schemas"]["Opinion"][];
            numbers: {
                text: string;
                purpose: string;
                takenAt: string;
                voidReason?: string;
            }[];
            history: components["schemas"]["HistoryEntry"][];
        };
        CaseHolder: {
            id: string | null;
            name: string;
            role: string;
            task: string;
        };
        CaseOrganisation: {
            id: string;
            path: string;
        };
        CasePage: {
            items: components["schemas"]["CaseSummary"][];
            next: string | null;
        };
        CaseSummary: {
            id: string;
            category: string;
            categoryLabel: string;
            title: string;
            organisation: components["schemas"]["CaseOrganisation"];
            submittingUnit: string | null;
            state: string;
            stage: string;
            /** @enum {string} */
            status: "active" | "done";
            version: number;
            holders: components["schemas"]["CaseHolder"][];
            dueOn: string | null;
            remaining: number | null;
            provisional: boolean;
            late: boolean;
            createdAt: string;
            updatedAt: string;
        };
        CaseTemplate: {
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
        CaseTrail: {
            items: {
                seq: number;
                type: string;
                label: string;
                at: string;
                actor: components["schemas"]["PersonRef"] | null;
                hash: string;
            }[];
            next: null;
        };
        CaseVerification: {
            verified: boolean;
            count: number;
            lastHash: string;
            firstBad: {
                seq: number;
                reason: string;
            } | null;
        };
        CategoryCount: {
            label: string;
            unit: string;
            order: number;
        };
        CategoryFigures: {
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
        };
        CategoryStatistics: {
            concluded: components["schemas"]["StatisticFigure"];
            overdue: components["schemas"]["StatisticFigure"];
            urgent: components["schemas"]["StatisticFigure"];
            onTimeRate: number | null;
            onTimeRateLastYear: number | null;
            adoption: components["schemas"]["AdoptionFigures"];
            adoptionRate: number | null;
            adoptionRateLastYear: number | null;
            workingDays: components["schemas"]["WorkingDaysByStage"];
            category: string;
            label: string;
            unit: string;
            received: components["schemas"]["StatisticFigure"];
            returned: components["schemas"]["StatisticFigure"];
            declined: components["schemas"]["StatisticFigure"];
            withdrawn: components["schemas"]["StatisticFigure"];
        };
        ChangeAccount: {
            name: string;
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        ChannelIncident: {
            id: string;
            /** @enum {string} */
            channel: "mail" | "webhook";
            personId: string;
            error: string;
            attempts: number;
            createdAt: string;
        };
        ChannelIncidentList: {
            outages: {
                /** @enum {string} */
                channel: "mail" | "webhook";
                since: string;
                failures: number;
                retryAt: string | null;
                error: string;
            }[];
            waiting: number;
            items: components["schemas"]["ChannelIncident"][];
        };
        ChannelPreference: {
            kind: string;
            /** @enum {string} */
            channel: "mail" | "webhook";
            /** @enum {string} */
            mode: "off" | "at-once" | "daily";
        };
        ChannelPreferences: {
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
        ChannelSettings: {
            mail: {
                on: boolean;
                from: string | null;
            };
            webhook: {
                on: boolean;
                kind: ("wecom" | "dingtalk") | null;
                address: string | null;
                signed: boolean;
            };
        };
        ChooseTemplateRequest: {
            version: number;
            reason: string;
        };
        Clock: {
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
                refusals: components["schemas"]["RuleRefusal"][];
            };
            warning?: {
                rule: string;
                message: string;
                citation: string;
            };
        };
        CompareRequest: {
            /** Format: uuid */
            left: string;
            /** Format: uuid */
            right: string;
        };
        ComparedDocument: {
            documentId: string;
            kind: string;
            name: string;
            version: number;
            round: number;
            sha256: string;
            pages: number | null;
        };
        Comparison: {
            id: string;
            /** @enum {string} */
            state: "pending" | "done" | "failed";
            code: string | null;
            message: string | null;
            left: components["schemas"]["ComparedDocument"];
            right: components["schemas"]["ComparedDocument"];
            basis: ("text" | "pages") | null;
            differences: number | null;
            askedBy: components["schemas"]["PersonRef"];
            askedAt: string;
            finishedAt: string | null;
            accepted: components["schemas"]["ComparisonAcceptance"] | null;
            hunks: components["schemas"]["ComparisonHunk"][];
        };
        ComparisonAcceptance: {
            by: components["schemas"]["PersonRef"];
            at: string;
            reason: string | null;
        };
        ComparisonHunk: {
            left: number | null;
            right: number | null;
            spans: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                text: string;
            }[];
        };
        ComparisonList: {
            items: components["schemas"]["ComparisonSummary"][];
            next: string | null;
        };
        ComparisonSummary: {
            id: string;
            /** @enum {string} */
            state: "pending" | "done" | "failed";
            code: string | null;
            message: string | null;
            left: components["schemas"]["ComparedDocument"];
            right: components["schemas"]["ComparedDocument"];
            basis: ("text" | "pages") | null;
            differences: number | null;
            askedBy: components["schemas"]["PersonRef"];
            askedAt: string;
            finishedAt: string | null;
            accepted: components["schemas"]["ComparisonAcceptance"] | null;
        };
        /** 受理 */
        ContractAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept";
            payload?: components["schemas"]["ContractAcceptPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractAcceptPayload: {
            /** 说明 */
            note?: string;
        };
        /** 反馈采纳情况 */
        ContractAdoptionRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "adoption.record";
            payload: components["schemas"]["ContractAdoptionRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractAdoptionRecordPayload: {
            /**
             * 采纳情况
             * @enum {string}
             */
            adoption: "full" | "partial" | "none";
            /**
             * 未采纳的理由
             * @description 未全部采纳的，应当写明理由和依据。
             */
            reasons?: string;
            /** 逐条反馈 */
            lines?: {
                /** 意见序号 */
                line?: number;
                /** 意见 */
                point?: string;
                /** 是否采纳 */
                adopted: boolean | ("full" | "partial" | "none");
                /** 理由 */
                reason?: string;
                /** 修改后的文字 */
                changedText?: string;
            }[];
        };
        /** 指派法律顾问 */
        ContractAdvisersAssignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "advisers.assign";
            payload: components["schemas"]["ContractAdvisersAssignPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractAdvisersAssignPayload: {
            /** 法律顾问 */
            advisers: string[];
        };
        /** 归档 */
        ContractArchiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "archive";
            payload?: components["schemas"]["ContractArchivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractArchivePayload: {
            /** 档号 */
            fileNumber?: string;
        };
        /** 确认盖章文本的比对结果 */
        ContractComparisonAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "comparison.accept";
            payload: components["schemas"]["ContractComparisonAcceptPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractComparisonAcceptPayload: {
            /**
             * 比对
             * Format: uuid
             */
            comparison: string;
            /** 审定文本 */
            left: string;
            /** 盖章文本 */
            right: string;
            /**
             * 比对方式
             * @enum {string}
             */
            basis: "text" | "pages";
            /** 不同之处 */
            differences: number;
            /** 接受的理由 */
            reason?: string;
        };
        /** 签订合同 */
        ContractContractSignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contract.sign";
            payload: components["schemas"]["ContractContractSignPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractContractSignPayload: {
            /**
             * 签订日期
             * Format: date
             */
            on: string;
            /** 对方当事人 */
            counterparty?: string;
            /** 付款安排 */
            payments?: {
                /**
                 * 付款日期
                 * Format: date
                 */
                on: string;
                /** 付款说明 */
                note?: string;
            }[];
            /**
             * 合同期满日期
             * Format: date
             */
            expiresOn?: string;
        };
        /** 重要合同 */
        ContractCreateRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            category: "contract";
            title: string;
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 合同类型
             * @default ordinary
             * @enum {string}
             */
            scale?: "standard" | "ordinary" | "large";
            /** 合同金额（元） */
            amount?: number;
            /** 对方当事人 */
            counterparty?: string;
            /**
             * 原合同案件
             * Format: uuid
             * @description 补充协议填写。
             */
            parentCase?: string;
        };
        /** 不予审核 */
        ContractDeclineEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decline";
            payload: components["schemas"]["ContractDeclinePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractDeclinePayload: {
            /** 理由 */
            reason: string;
        };
        /** 修改送审信息 */
        ContractDraftAmendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft.amend";
            payload: components["schemas"]["ContractDraftAmendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractDraftAmendPayload: {
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 合同类型
             * @default ordinary
             * @enum {string}
             */
            scale?: "standard" | "ordinary" | "large";
            /** 合同金额（元） */
            amount?: number;
            /** 对方当事人 */
            counterparty?: string;
            /**
             * 原合同案件
             * Format: uuid
             * @description 补充协议填写。
             */
            parentCase?: string;
            /** 事项名称 */
            title: string;
        };
        /** 重要合同 */
        ContractEvent: components["schemas"]["ContractSubmitEvent"] | components["schemas"]["ContractDraftAmendEvent"] | components["schemas"]["ContractWithdrawEvent"] | components["schemas"]["ContractAcceptEvent"] | components["schemas"]["ContractSupplementRequestEvent"] | components["schemas"]["ContractSupplementProvideEvent"] | components["schemas"]["ContractInquiryBeginEvent"] | components["schemas"]["ContractInquiryEndEvent"] | components["schemas"]["ContractReturnEvent"] | components["schemas"]["ContractDeclineEvent"] | components["schemas"]["ContractAdvisersAssignEvent"] | components["schemas"]["ContractOpinionGiveEvent"] | components["schemas"]["ContractRecuseEvent"] | components["schemas"]["ContractFindingsRecordEvent"] | components["schemas"]["ContractReviewExtendEvent"] | components["schemas"]["ContractSignOffEvent"] | components["schemas"]["ContractSendBackEvent"] | components["schemas"]["ContractLeaderApproveEvent"] | components["schemas"]["ContractLeaderRejectEvent"] | components["schemas"]["ContractArchiveEvent"] | components["schemas"]["ContractAdoptionRecordEvent"] | components["schemas"]["ContractContractSignEvent"] | components["schemas"]["ContractComparisonAcceptEvent"] | components["schemas"]["ContractFileEvent"] | components["schemas"]["TaskAddSignerEvent"] | components["schemas"]["TaskRemoveSignerEvent"] | components["schemas"]["TaskTransferEvent"] | components["schemas"]["TaskDelegateEvent"] | components["schemas"]["TaskResolveEvent"] | components["schemas"]["TaskWithdrawEvent"];
        /** 报送备案 */
        ContractFileEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "file";
            payload: components["schemas"]["ContractFilePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractFilePayload: {
            /**
             * 报备日期
             * Format: date
             */
            on: string;
            /** 备案机关 */
            target: string;
            /** 备案回执号 */
            receiptNumber?: string;
        };
        /** 提出审查意见 */
        ContractFindingsRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "findings.record";
            payload: components["schemas"]["ContractFindingsRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractFindingsRecordPayload: {
            /**
             * 审查结论
             * @enum {string}
             */
            conclusion: "may-sign" | "sign-after-changes" | "should-not-sign";
            /** 审查意见 */
            text: string;
            /**
             * 审查要点
             * @description 逐项填写审查情况；存在问题的，写明理由。
             */
            points: {
                /**
                 * 审查要点
                 * @enum {string}
                 */
                point: "parties" | "authority" | "content" | "rights-and-duties" | "liability" | "dispute" | "public-interest";
                /**
                 * 审查情况
                 * @enum {string}
                 */
                finding: "ok" | "problem" | "not-applicable";
                /** 理由 */
                reason?: string;
            }[];
            /**
             * 不采纳法律顾问意见的理由
             * @description 法律顾问认为不合法而拟予通过的，须逐条说明理由。
             */
            rebuttal?: string;
        };
        /** 组织论证或者请示上级 */
        ContractInquiryBeginEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.begin";
            payload: components["schemas"]["ContractInquiryBeginPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractInquiryBeginPayload: {
            /**
             * 中止事由
             * @enum {string}
             */
            kind: "experts" | "superior" | "investigation";
            /** 论证或者请示的问题 */
            question: string;
        };
        /** 登记论证或者请示结果 */
        ContractInquiryEndEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.end";
            payload: components["schemas"]["ContractInquiryEndPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractInquiryEndPayload: {
            /** 论证意见或者答复 */
            result: string;
        };
        /** 同意审查意见 */
        ContractLeaderApproveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.approve";
            payload?: components["schemas"]["ContractLeaderApprovePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractLeaderApprovePayload: {
            /** 说明 */
            note?: string;
        };
        /** 不同意审查意见 */
        ContractLeaderRejectEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.reject";
            payload: components["schemas"]["ContractLeaderRejectPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractLeaderRejectPayload: {
            /** 理由 */
            reason: string;
        };
        /** 出具法律顾问意见 */
        ContractOpinionGiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "opinion.give";
            payload: components["schemas"]["ContractOpinionGivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractOpinionGivePayload: {
            /**
             * 利益冲突声明
             * @description 本人与本案没有利害关系。
             * @enum {boolean}
             */
            noConflict: true;
            /**
             * 结论
             * @enum {string}
             */
            conclusion: "agree" | "agree-with-changes" | "illegal";
            /** 意见 */
            text: string;
            /**
             * 逐条意见
             * @description 按条款写明问题、依据、修改建议和风险。
             */
            points?: {
                /** 条款 */
                clause?: string;
                /** 问题 */
                problem?: string;
                /** 依据 */
                basis?: string;
                /** 建议 */
                suggestion?: string;
                /** 风险 */
                risk?: string;
            }[];
        };
        /** 回避 */
        ContractRecuseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "recuse";
            payload: components["schemas"]["ContractRecusePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractRecusePayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回 */
        ContractReturnEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "return";
            payload: components["schemas"]["ContractReturnPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractReturnPayload: {
            /** 理由 */
            reason: string;
        };
        /** 延长审查期限 */
        ContractReviewExtendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review.extend";
            payload: components["schemas"]["ContractReviewExtendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractReviewExtendPayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回审查 */
        ContractSendBackEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "send-back";
            payload: components["schemas"]["ContractSendBackPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractSendBackPayload: {
            /** 理由 */
            reason: string;
            /**
             * 退回方式
             * @enum {string}
             */
            strategy: "continue" | "restart";
        };
        /** 审签 */
        ContractSignOffEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sign-off";
            payload?: components["schemas"]["ContractSignOffPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractSignOffPayload: {
            /** 说明 */
            note?: string;
            /** 审查意见书 */
            letter?: {
                /**
                 * 逐句
                 * @example [
                 *       {
                 *         "part": "conclusion",
                 *         "text": "同意。"
                 *       }
                 *     ]
                 */
                lines: {
                    /**
                     * 部分
                     * @enum {string}
                     */
                    part: "examination" | "opinions" | "conclusion";
                    /** 文字 */
                    text: string;
                    /**
                     * 依据的意见
                     * @default []
                     */
                    from?: string[];
                }[];
            };
        };
        /** 提交送审 */
        ContractSubmitEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "submit";
            payload: components["schemas"]["ContractSubmitPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractSubmitPayload: {
            /**
             * 真实性承诺
             * @description 本单位对所报送材料的真实性、完整性负责。
             * @enum {boolean}
             */
            vouched: true;
            /**
             * 紧急办理
             * @description 只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。
             */
            urgent?: {
                /**
                 * 紧急事由
                 * @enum {string}
                 */
                cause: "emergency" | "superior-order" | "statutory-deadline";
                /** 紧急办理的依据文件 */
                basisDocument: string;
                /** 批准人 */
                approver: string;
                /**
                 * 批准日期
                 * Format: date
                 */
                approvedOn?: string;
            };
            /** 说明 */
            note?: string;
        };
        ContractSupplementExpirePayload: Record<string, never>;
        /** 提交补正材料 */
        ContractSupplementProvideEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.provide";
            payload?: components["schemas"]["ContractSupplementProvidePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractSupplementProvidePayload: {
            /** 说明 */
            note?: string;
        };
        /** 要求补正 */
        ContractSupplementRequestEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.request";
            payload: components["schemas"]["ContractSupplementRequestPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractSupplementRequestPayload: {
            /**
             * 补正事项
             * @description 一次性列明需要补正的全部事项。
             */
            items: string[];
        };
        /** 撤回 */
        ContractWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
            payload: components["schemas"]["ContractWithdrawPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        ContractWithdrawPayload: {
            /** 理由 */
            reason: string;
        };
        Copy: {
            id: string;
            person: components["schemas"]["PersonRef"];
            by: components["schemas"]["PersonRef"];
            note: string | null;
            at: string;
            readAt: string | null;
        };
        CopyList: {
            items: components["schemas"]["Copy"][];
        };
        CopyRequest: {
            people: string[];
            note?: string;
        };
        CountPages: {
            pages: {
                /** Format: uuid */
                id: string;
                pages: number;
            }[];
        };
        CreateCaseRequest: components["schemas"]["NormativeDocumentCreateRequest"] | components["schemas"]["ContractCreateRequest"] | components["schemas"]["EnforcementDecisionCreateRequest"] | components["schemas"]["MajorDecisionCreateRequest"];
        CurrentRuleSet: {
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
                    bounds: components["schemas"]["ParameterBounds"];
                    citation: string;
                    since: number;
                }[];
            }[];
        };
        DayOverrideRequest: {
            /** @enum {string} */
            kind: "off" | "work";
            documentNumber: string;
        };
        Definition: {
            key: string;
            version: number;
            label: string;
            count: components["schemas"]["CategoryCount"];
            /** @enum {string} */
            kind: "review";
            acts: string[];
            course: string[];
            stages: components["schemas"]["DefinitionStage"][];
            states: components["schemas"]["DefinitionState"][];
            transitions: components["schemas"]["DefinitionTransition"][];
            events: components["schemas"]["DefinitionEvent"][];
            taskEvents: components["schemas"]["DefinitionEvent"][];
            clocks: components["schemas"]["DefinitionClock"][];
            parameters: components["schemas"]["DefinitionParameter"][];
            materials: components["schemas"]["DefinitionMaterial"][];
            recordings: {
                stage: string;
                label: string;
                citation: string;
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
        DefinitionClock: {
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
        };
        DefinitionEvent: {
            type: string;
            label: string;
            by: string[];
            payload: {
                [key: string]: unknown;
            };
            examples: unknown[];
        };
        DefinitionList: {
            items: components["schemas"]["DefinitionSummary"][];
        };
        DefinitionMaterial: {
            kind: string;
            label: string;
            required: boolean;
            conditional: boolean;
            condition: string | null;
            citation: string | null;
        };
        DefinitionParameter: {
            key: string;
            value: number;
            standard: number;
            label: string;
            unit: string;
            citation: string;
            bounds: components["schemas"]["ParameterBounds"];
            notAbove?: string;
        };
        DefinitionStage: {
            path: string;
            label: string;
            final: boolean;
        };
        DefinitionState: {
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
        };
        DefinitionSummary: {
            key: string;
            version: number;
            label: string;
            count: components["schemas"]["CategoryCount"];
            stages: components["schemas"]["DefinitionStage"][];
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
                accepts: string[] | null;
                maxBytes: number | null;
            }[];
        };
        DefinitionTransition: {
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
        };
        Document: {
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
        DocumentAccess: {
            id: string;
            documentId: string;
            name: string;
            kind: string;
            version: number;
            person: components["schemas"]["PersonRef"];
            /** @enum {string} */
            what: "download" | "read" | "text" | "comparison";
            at: string;
        };
        DocumentAccessPage: {
            items: components["schemas"]["DocumentAccess"][];
            next: string | null;
        };
        DocumentDetail: {
            id: string;
            kind: string;
            name: string;
            version: number;
            size: number;
            mediaType: string;
            sha256: string;
            sm3: string;
            uploadedAt: string;
            round: number;
            uploadedBy: components["schemas"]["PersonRef"];
            scan: components["schemas"]["DocumentScan"];
            text: components["schemas"]["DocumentTextState"];
            notes: components["schemas"]["DocumentNote"][];
        };
        DocumentList: {
            items: components["schemas"]["DocumentDetail"][];
            next: string | null;
        };
        DocumentNote: {
            /** @enum {string} */
            code: "tracked-changes" | "macros" | "external-links" | "scan-without-text" | "not-readable" | "infected" | "not-scanned";
            message: string;
        };
        DocumentNumber: {
            id: string;
            code: string;
            year: number;
            number: number;
            text: string;
            purpose: string;
            caseId: string;
            caseTitle: string;
            organisation: components["schemas"]["NumberingOrganisation"];
            takenAt: string;
            voidReason: string | null;
            voidedBy: string | null;
            voidedAt: string | null;
        };
        DocumentScan: {
            /** @enum {string} */
            state: "not-scanned" | "clean" | "infected";
            finding: string | null;
            at: string | null;
        };
        DocumentText: {
            /** @enum {string} */
            state: "pending" | "done" | "no-text" | "failed" | "not-read";
            code: string | null;
            message: string | null;
            characters: number | null;
            pages: number | null;
            documentId: string;
            notes: components["schemas"]["DocumentNote"][];
            items: {
                index: number;
                text: string;
            }[];
            next: string | null;
        };
        DocumentTextState: {
            /** @enum {string} */
            state: "pending" | "done" | "no-text" | "failed" | "not-read";
            code: string | null;
            message: string | null;
            characters: number | null;
            pages: number | null;
        };
        DraftFigure: {
            key: string;
            label: string;
            section: string;
            value: number | null;
            text: string;
            unit: string;
            missing: boolean;
            reason: string | null;
            link: string;
            list: string;
            used: boolean;
        };
        DueDate: {
            from: string;
            days: number;
            /** @enum {string} */
            unit: "workday" | "day";
            due: string;
            rolled?: string;
            counted: string[];
            provisional: boolean;
        };
        /** 受理 */
        EnforcementDecisionAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept";
            payload?: components["schemas"]["EnforcementDecisionAcceptPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionAcceptPayload: {
            /** 说明 */
            note?: string;
        };
        /** 指派法律顾问 */
        EnforcementDecisionAdvisersAssignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "advisers.assign";
            payload: components["schemas"]["EnforcementDecisionAdvisersAssignPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionAdvisersAssignPayload: {
            /** 法律顾问 */
            advisers: string[];
        };
        /** 归档 */
        EnforcementDecisionArchiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "archive";
            payload?: components["schemas"]["EnforcementDecisionArchivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionArchivePayload: {
            /** 档号 */
            fileNumber?: string;
        };
        /** 重大执法决定 */
        EnforcementDecisionCreateRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            category: "enforcement-decision";
            title: string;
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 法制审核情形
             * @default major-public-interest
             * @enum {string}
             */
            trigger?: "major-public-interest" | "after-hearing" | "difficult-case" | "by-law";
            /**
             * 决定种类
             * @default penalty
             * @enum {string}
             */
            decisionKind?: "penalty" | "licence" | "other";
            /**
             * 立案日期
             * Format: date
             * @description 填写后自送审之日起显示办案期限。
             */
            caseFiledOn?: string;
            /** 办案人员 */
            handler?: string;
            /** 听证主持人 */
            hearingHost?: string;
        };
        /** 作出决定 */
        EnforcementDecisionDecisionMakeEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decision.make";
            payload: components["schemas"]["EnforcementDecisionDecisionMakePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionDecisionMakePayload: {
            /**
             * 决定日期
             * Format: date
             */
            on: string;
            /** 文号 */
            documentNumber: string;
        };
        /** 送达 */
        EnforcementDecisionDecisionServeEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decision.serve";
            payload: components["schemas"]["EnforcementDecisionDecisionServePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionDecisionServePayload: {
            /**
             * 送达日期
             * Format: date
             */
            on: string;
            /** 送达方式 */
            manner: string;
        };
        /** 不予审核 */
        EnforcementDecisionDeclineEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decline";
            payload: components["schemas"]["EnforcementDecisionDeclinePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionDeclinePayload: {
            /** 理由 */
            reason: string;
        };
        /** 修改送审信息 */
        EnforcementDecisionDraftAmendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft.amend";
            payload: components["schemas"]["EnforcementDecisionDraftAmendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionDraftAmendPayload: {
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 法制审核情形
             * @default major-public-interest
             * @enum {string}
             */
            trigger?: "major-public-interest" | "after-hearing" | "difficult-case" | "by-law";
            /**
             * 决定种类
             * @default penalty
             * @enum {string}
             */
            decisionKind?: "penalty" | "licence" | "other";
            /**
             * 立案日期
             * Format: date
             * @description 填写后自送审之日起显示办案期限。
             */
            caseFiledOn?: string;
            /** 办案人员 */
            handler?: string;
            /** 听证主持人 */
            hearingHost?: string;
            /** 事项名称 */
            title: string;
        };
        /** 重大执法决定 */
        EnforcementDecisionEvent: components["schemas"]["EnforcementDecisionSubmitEvent"] | components["schemas"]["EnforcementDecisionDraftAmendEvent"] | components["schemas"]["EnforcementDecisionWithdrawEvent"] | components["schemas"]["EnforcementDecisionAcceptEvent"] | components["schemas"]["EnforcementDecisionSupplementRequestEvent"] | components["schemas"]["EnforcementDecisionSupplementProvideEvent"] | components["schemas"]["EnforcementDecisionInquiryBeginEvent"] | components["schemas"]["EnforcementDecisionInquiryEndEvent"] | components["schemas"]["EnforcementDecisionReturnEvent"] | components["schemas"]["EnforcementDecisionDeclineEvent"] | components["schemas"]["EnforcementDecisionAdvisersAssignEvent"] | components["schemas"]["EnforcementDecisionOpinionGiveEvent"] | components["schemas"]["EnforcementDecisionRecuseEvent"] | components["schemas"]["EnforcementDecisionFindingsRecordEvent"] | components["schemas"]["EnforcementDecisionReviewExtendEvent"] | components["schemas"]["EnforcementDecisionSignOffEvent"] | components["schemas"]["EnforcementDecisionSendBackEvent"] | components["schemas"]["EnforcementDecisionLeaderApproveEvent"] | components["schemas"]["EnforcementDecisionLeaderRejectEvent"] | components["schemas"]["EnforcementDecisionArchiveEvent"] | components["schemas"]["EnforcementDecisionDecisionMakeEvent"] | components["schemas"]["EnforcementDecisionDecisionServeEvent"] | components["schemas"]["EnforcementDecisionPubliciseEvent"] | components["schemas"]["EnforcementDecisionFileEvent"] | components["schemas"]["TaskAddSignerEvent"] | components["schemas"]["TaskRemoveSignerEvent"] | components["schemas"]["TaskTransferEvent"] | components["schemas"]["TaskDelegateEvent"] | components["schemas"]["TaskResolveEvent"] | components["schemas"]["TaskWithdrawEvent"];
        /** 报送备案 */
        EnforcementDecisionFileEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "file";
            payload: components["schemas"]["EnforcementDecisionFilePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionFilePayload: {
            /**
             * 报备日期
             * Format: date
             */
            on: string;
            /** 备案机关 */
            target: string;
            /** 备案回执号 */
            receiptNumber?: string;
        };
        /** 提出审查意见 */
        EnforcementDecisionFindingsRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "findings.record";
            payload: components["schemas"]["EnforcementDecisionFindingsRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionFindingsRecordPayload: {
            /**
             * 审查结论
             * @enum {string}
             */
            conclusion: "agree" | "problems";
            /** 审查意见 */
            text: string;
            /**
             * 审查要点
             * @description 逐项填写审查情况；存在问题的，写明理由。
             */
            points: {
                /**
                 * 审查要点
                 * @enum {string}
                 */
                point: "body" | "officers" | "procedure" | "evidence" | "law" | "powers" | "papers" | "transfer";
                /**
                 * 审查情况
                 * @enum {string}
                 */
                finding: "ok" | "problem" | "not-applicable";
                /** 理由 */
                reason?: string;
            }[];
            /**
             * 不采纳法律顾问意见的理由
             * @description 法律顾问认为不合法而拟予通过的，须逐条说明理由。
             */
            rebuttal?: string;
            /** 问题处理 */
            problemKinds?: ("investigate" | "procedure" | "grounds" | "discretion" | "transfer")[];
        };
        /** 组织论证或者请示上级 */
        EnforcementDecisionInquiryBeginEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.begin";
            payload: components["schemas"]["EnforcementDecisionInquiryBeginPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionInquiryBeginPayload: {
            /**
             * 中止事由
             * @enum {string}
             */
            kind: "experts" | "superior";
            /** 论证或者请示的问题 */
            question: string;
        };
        /** 登记论证或者请示结果 */
        EnforcementDecisionInquiryEndEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.end";
            payload: components["schemas"]["EnforcementDecisionInquiryEndPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionInquiryEndPayload: {
            /** 论证意见或者答复 */
            result: string;
        };
        /** 同意审查意见 */
        EnforcementDecisionLeaderApproveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.approve";
            payload?: components["schemas"]["EnforcementDecisionLeaderApprovePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionLeaderApprovePayload: {
            /** 说明 */
            note?: string;
        };
        /** 不同意审查意见 */
        EnforcementDecisionLeaderRejectEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.reject";
            payload: components["schemas"]["EnforcementDecisionLeaderRejectPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionLeaderRejectPayload: {
            /** 理由 */
            reason: string;
        };
        /** 出具法律顾问意见 */
        EnforcementDecisionOpinionGiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "opinion.give";
            payload: components["schemas"]["EnforcementDecisionOpinionGivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionOpinionGivePayload: {
            /**
             * 利益冲突声明
             * @description 本人与本案没有利害关系。
             * @enum {boolean}
             */
            noConflict: true;
            /**
             * 结论
             * @enum {string}
             */
            conclusion: "agree" | "agree-with-changes" | "illegal";
            /** 意见 */
            text: string;
            /**
             * 逐条意见
             * @description 按条款写明问题、依据、修改建议和风险。
             */
            points?: {
                /** 条款 */
                clause?: string;
                /** 问题 */
                problem?: string;
                /** 依据 */
                basis?: string;
                /** 建议 */
                suggestion?: string;
                /** 风险 */
                risk?: string;
            }[];
        };
        /** 公开 */
        EnforcementDecisionPubliciseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "publicise";
            payload: components["schemas"]["EnforcementDecisionPublicisePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionPublicisePayload: {
            /**
             * 公开日期
             * Format: date
             */
            on: string;
            /** 公开渠道 */
            where: string;
        };
        /** 回避 */
        EnforcementDecisionRecuseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "recuse";
            payload: components["schemas"]["EnforcementDecisionRecusePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionRecusePayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回 */
        EnforcementDecisionReturnEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "return";
            payload: components["schemas"]["EnforcementDecisionReturnPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionReturnPayload: {
            /** 理由 */
            reason: string;
        };
        /** 延长审查期限 */
        EnforcementDecisionReviewExtendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review.extend";
            payload: components["schemas"]["EnforcementDecisionReviewExtendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionReviewExtendPayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回审查 */
        EnforcementDecisionSendBackEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "send-back";
            payload: components["schemas"]["EnforcementDecisionSendBackPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionSendBackPayload: {
            /** 理由 */
            reason: string;
            /**
             * 退回方式
             * @enum {string}
             */
            strategy: "continue" | "restart";
        };
        /** 审签 */
        EnforcementDecisionSignOffEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sign-off";
            payload?: components["schemas"]["EnforcementDecisionSignOffPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionSignOffPayload: {
            /** 说明 */
            note?: string;
            /** 审查意见书 */
            letter?: {
                /**
                 * 逐句
                 * @example [
                 *       {
                 *         "part": "conclusion",
                 *         "text": "同意。"
                 *       }
                 *     ]
                 */
                lines: {
                    /**
                     * 部分
                     * @enum {string}
                     */
                    part: "examination" | "opinions" | "conclusion";
                    /** 文字 */
                    text: string;
                    /**
                     * 依据的意见
                     * @default []
                     */
                    from?: string[];
                }[];
            };
        };
        /** 提交送审 */
        EnforcementDecisionSubmitEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "submit";
            payload: components["schemas"]["EnforcementDecisionSubmitPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionSubmitPayload: {
            /**
             * 真实性承诺
             * @description 本单位对所报送材料的真实性、完整性负责。
             * @enum {boolean}
             */
            vouched: true;
            /**
             * 紧急办理
             * @description 只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。
             */
            urgent?: {
                /**
                 * 紧急事由
                 * @enum {string}
                 */
                cause: "emergency" | "superior-order" | "statutory-deadline";
                /** 紧急办理的依据文件 */
                basisDocument: string;
                /** 批准人 */
                approver: string;
                /**
                 * 批准日期
                 * Format: date
                 */
                approvedOn?: string;
            };
            /** 说明 */
            note?: string;
        };
        EnforcementDecisionSupplementExpirePayload: Record<string, never>;
        /** 提交补正材料 */
        EnforcementDecisionSupplementProvideEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.provide";
            payload?: components["schemas"]["EnforcementDecisionSupplementProvidePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionSupplementProvidePayload: {
            /** 说明 */
            note?: string;
        };
        /** 要求补正 */
        EnforcementDecisionSupplementRequestEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.request";
            payload: components["schemas"]["EnforcementDecisionSupplementRequestPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionSupplementRequestPayload: {
            /**
             * 补正事项
             * @description 一次性列明需要补正的全部事项。
             */
            items: string[];
        };
        /** 撤回 */
        EnforcementDecisionWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
            payload: components["schemas"]["EnforcementDecisionWithdrawPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        EnforcementDecisionWithdrawPayload: {
            /** 理由 */
            reason: string;
        };
        Figure: {
            count: number;
            list: string;
        };
        FileIndex: {
            case: {
                id: string;
                title: string;
                category: string;
                /** @enum {string} */
                status: "active" | "done";
            };
            items: {
                seq: number;
                id: string;
                /** @enum {string} */
                source: "documents" | "papers";
                kind: string;
                label: string;
                name: string;
                number: string | null;
                version: number;
                by: string;
                at: string;
                pages: number | null;
                from: number | null;
                to: number | null;
            }[];
            pages: number | null;
            missing: number;
        };
        FoundDocument: {
            documentId: string;
            case: {
                id: string;
                title: string;
                category: string;
            };
            kind: string;
            name: string;
            version: number;
            round: number;
            uploadedAt: string;
            excerpt: string;
        };
        FoundDocumentPage: {
            items: components["schemas"]["FoundDocument"][];
            next: string | null;
        };
        GrantRoles: {
            roles: string[];
            qualifications?: string[];
        };
        HandOver: {
            id: string;
            receiver: string;
            note: string | null;
            cases: number;
            by: components["schemas"]["PersonRef"];
            at: string;
            name: string;
        };
        HandOverPage: {
            items: components["schemas"]["HandOver"][];
            next: string | null;
        };
        HandOverRequest: {
            caseIds: string[];
            receiver: string;
            note?: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        HistoryEntry: {
            seq: number;
            type: string;
            label: string;
            at: string;
            actor: components["schemas"]["PersonRef"] | null;
            onBehalfOf?: components["schemas"]["PersonRef"];
            from: string | null;
            to: string;
            payload: unknown;
            overridden: {
                rule: string;
                reason: string;
            }[];
            numbers: string[];
            hash: string;
        };
        Inbox: {
            items: components["schemas"]["Notification"][];
            unread: number;
            next: string | null;
        };
        IndicatorAttachment: {
            id: string;
            name: string;
            size: number;
            sha256: string;
            attachedBy: components["schemas"]["PersonRef"];
            attachedAt: string;
        };
        IndicatorEntry: {
            id: string;
            kind: string;
            label: string;
            unit: string;
            date: string;
            number: number;
            note: string;
            enteredBy: components["schemas"]["PersonRef"];
            enteredAt: string;
            voided: {
                reason: string;
                by: components["schemas"]["PersonRef"];
                at: string;
            } | null;
            attachments: components["schemas"]["IndicatorAttachment"][];
        };
        IndicatorEntryFields: {
            kind: string;
            /** Format: date */
            date: string;
            number: number;
            /** @default  */
            note?: string & (unknown & unknown);
        };
        IndicatorEntryLine: {
            line: string;
        };
        IndicatorEntryPage: {
            items: components["schemas"]["IndicatorEntry"][];
            next: string | null;
        };
        IndicatorFigure: {
            key: string;
            label: string & (unknown & unknown);
            unit: string & (unknown & unknown);
            /** @enum {string} */
            mode: "sum" | "standing";
            section: string & (unknown & unknown);
            value: number | null;
            quarters: (number | null)[];
            entries: number;
            missingQuarters: number[];
        };
        IndicatorKind: {
            label: string & (unknown & unknown);
            unit: string & (unknown & unknown);
            /** @enum {string} */
            mode: "sum" | "standing";
            section: string & (unknown & unknown);
            synonyms: (string & (unknown & unknown))[];
            expected: "quarter" | null;
            active: boolean;
            key: string;
            builtIn: boolean;
        };
        IndicatorKindList: {
            items: components["schemas"]["IndicatorKind"][];
        };
        IndicatorReport: {
            year: number;
            organisation: components["schemas"]["OrganisationRef"];
            items: components["schemas"]["IndicatorFigure"][];
            attendance: {
                shouldAttend: number;
                attended: number;
                rate: number | null;
                note: string | null;
            };
        };
        LetterDraft: {
            /** @enum {string} */
            status: "empty" | "draft" | "signed";
            round: number;
            signed: {
                opinion: string;
                by: components["schemas"]["PersonRef"];
                at: string;
                hash: string;
            } | null;
            sections: {
                part: string;
                title: string;
                answered: boolean;
                lines: {
                    line: number;
                    text: string;
                    from: string[];
                    sources: components["schemas"]["LetterSource"][];
                }[];
            }[];
        };
        LetterSource: {
            ref: string;
            opinion: string;
            act: string;
            by: components["schemas"]["PersonRef"];
            point: number | null;
        };
        LoginRequest: {
            username: string;
            password: string;
        };
        /** 受理 */
        MajorDecisionAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept";
            payload?: components["schemas"]["MajorDecisionAcceptPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionAcceptPayload: {
            /** 说明 */
            note?: string;
        };
        /** 反馈采纳情况 */
        MajorDecisionAdoptionRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "adoption.record";
            payload: components["schemas"]["MajorDecisionAdoptionRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionAdoptionRecordPayload: {
            /**
             * 采纳情况
             * @enum {string}
             */
            adoption: "full" | "partial" | "none";
            /**
             * 未采纳的理由
             * @description 未全部采纳的，应当写明理由和依据。
             */
            reasons?: string;
            /** 逐条反馈 */
            lines?: {
                /** 意见序号 */
                line?: number;
                /** 意见 */
                point?: string;
                /** 是否采纳 */
                adopted: boolean | ("full" | "partial" | "none");
                /** 理由 */
                reason?: string;
                /** 修改后的文字 */
                changedText?: string;
            }[];
        };
        /** 指派法律顾问 */
        MajorDecisionAdvisersAssignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "advisers.assign";
            payload: components["schemas"]["MajorDecisionAdvisersAssignPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionAdvisersAssignPayload: {
            /** 法律顾问 */
            advisers: string[];
        };
        /** 归档 */
        MajorDecisionArchiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "archive";
            payload?: components["schemas"]["MajorDecisionArchivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionArchivePayload: {
            /** 档号 */
            fileNumber?: string;
        };
        /** 重大行政决策 */
        MajorDecisionCreateRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            category: "major-decision";
            title: string;
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 涉及经营者经济活动
             * @default false
             */
            affectsMarketEntities?: boolean;
            /**
             * 专业性、技术性较强
             * @default false
             */
            technical?: boolean;
            /**
             * 可能对社会稳定、公共安全等造成不利影响
             * @default false
             */
            socialRisk?: boolean;
            /**
             * 依法不予公开
             * @default false
             */
            confidential?: boolean;
        };
        /** 作出决策 */
        MajorDecisionDecisionMakeEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decision.make";
            payload: components["schemas"]["MajorDecisionDecisionMakePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionDecisionMakePayload: {
            /**
             * 决定日期
             * Format: date
             */
            on: string;
            /** 文号 */
            documentNumber: string;
        };
        /** 不予审核 */
        MajorDecisionDeclineEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decline";
            payload: components["schemas"]["MajorDecisionDeclinePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionDeclinePayload: {
            /** 理由 */
            reason: string;
        };
        /** 登记集体讨论 */
        MajorDecisionDeliberationRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deliberation.record";
            payload: components["schemas"]["MajorDecisionDeliberationRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionDeliberationRecordPayload: {
            /**
             * 会议日期
             * Format: date
             */
            heldOn: string;
            /** 会议名称 */
            meeting: string;
            /**
             * 审议结果
             * @enum {string}
             */
            result: "passed" | "rejected" | "again";
            /** 主要负责人末位表态 */
            headSpokeLast?: boolean;
            /**
             * 不同意见
             * @description 不同意见应当如实、完整记录。
             */
            dissent?: {
                /** 姓名 */
                who: string;
                /** 不同意见 */
                view: string;
            }[];
        };
        /** 修改送审信息 */
        MajorDecisionDraftAmendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft.amend";
            payload: components["schemas"]["MajorDecisionDraftAmendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionDraftAmendPayload: {
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 涉及经营者经济活动
             * @default false
             */
            affectsMarketEntities?: boolean;
            /**
             * 专业性、技术性较强
             * @default false
             */
            technical?: boolean;
            /**
             * 可能对社会稳定、公共安全等造成不利影响
             * @default false
             */
            socialRisk?: boolean;
            /**
             * 依法不予公开
             * @default false
             */
            confidential?: boolean;
            /** 事项名称 */
            title: string;
        };
        /** 重大行政决策 */
        MajorDecisionEvent: components["schemas"]["MajorDecisionSubmitEvent"] | components["schemas"]["MajorDecisionDraftAmendEvent"] | components["schemas"]["MajorDecisionWithdrawEvent"] | components["schemas"]["MajorDecisionAcceptEvent"] | components["schemas"]["MajorDecisionSupplementRequestEvent"] | components["schemas"]["MajorDecisionSupplementProvideEvent"] | components["schemas"]["MajorDecisionInquiryBeginEvent"] | components["schemas"]["MajorDecisionInquiryEndEvent"] | components["schemas"]["MajorDecisionReturnEvent"] | components["schemas"]["MajorDecisionDeclineEvent"] | components["schemas"]["MajorDecisionAdvisersAssignEvent"] | components["schemas"]["MajorDecisionOpinionGiveEvent"] | components["schemas"]["MajorDecisionRecuseEvent"] | components["schemas"]["MajorDecisionFindingsRecordEvent"] | components["schemas"]["MajorDecisionReviewExtendEvent"] | components["schemas"]["MajorDecisionSignOffEvent"] | components["schemas"]["MajorDecisionSendBackEvent"] | components["schemas"]["MajorDecisionLeaderApproveEvent"] | components["schemas"]["MajorDecisionLeaderRejectEvent"] | components["schemas"]["MajorDecisionArchiveEvent"] | components["schemas"]["MajorDecisionAdoptionRecordEvent"] | components["schemas"]["MajorDecisionDeliberationRecordEvent"] | components["schemas"]["MajorDecisionDecisionMakeEvent"] | components["schemas"]["MajorDecisionPubliciseEvent"] | components["schemas"]["MajorDecisionFileEvent"] | components["schemas"]["TaskAddSignerEvent"] | components["schemas"]["TaskRemoveSignerEvent"] | components["schemas"]["TaskTransferEvent"] | components["schemas"]["TaskDelegateEvent"] | components["schemas"]["TaskResolveEvent"] | components["schemas"]["TaskWithdrawEvent"];
        /** 报送备案 */
        MajorDecisionFileEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "file";
            payload: components["schemas"]["MajorDecisionFilePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionFilePayload: {
            /**
             * 报备日期
             * Format: date
             */
            on: string;
            /** 备案机关 */
            target: string;
            /** 备案回执号 */
            receiptNumber?: string;
        };
        /** 提出审查意见 */
        MajorDecisionFindingsRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "findings.record";
            payload: components["schemas"]["MajorDecisionFindingsRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionFindingsRecordPayload: {
            /**
             * 审查结论
             * @enum {string}
             */
            conclusion: "legal" | "needs-revision" | "illegal";
            /** 审查意见 */
            text: string;
            /**
             * 审查要点
             * @description 逐项填写审查情况；存在问题的，写明理由。
             */
            points: {
                /**
                 * 审查要点
                 * @enum {string}
                 */
                point: "powers" | "procedure" | "content";
                /**
                 * 审查情况
                 * @enum {string}
                 */
                finding: "ok" | "problem" | "not-applicable";
                /** 理由 */
                reason?: string;
            }[];
            /**
             * 不采纳法律顾问意见的理由
             * @description 法律顾问认为不合法而拟予通过的，须逐条说明理由。
             */
            rebuttal?: string;
        };
        /** 组织论证或者请示上级 */
        MajorDecisionInquiryBeginEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.begin";
            payload: components["schemas"]["MajorDecisionInquiryBeginPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionInquiryBeginPayload: {
            /**
             * 中止事由
             * @enum {string}
             */
            kind: "experts" | "superior";
            /** 论证或者请示的问题 */
            question: string;
        };
        /** 登记论证或者请示结果 */
        MajorDecisionInquiryEndEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.end";
            payload: components["schemas"]["MajorDecisionInquiryEndPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionInquiryEndPayload: {
            /** 论证意见或者答复 */
            result: string;
        };
        /** 同意审查意见 */
        MajorDecisionLeaderApproveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.approve";
            payload?: components["schemas"]["MajorDecisionLeaderApprovePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionLeaderApprovePayload: {
            /** 说明 */
            note?: string;
        };
        /** 不同意审查意见 */
        MajorDecisionLeaderRejectEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.reject";
            payload: components["schemas"]["MajorDecisionLeaderRejectPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionLeaderRejectPayload: {
            /** 理由 */
            reason: string;
        };
        /** 出具法律顾问意见 */
        MajorDecisionOpinionGiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "opinion.give";
            payload: components["schemas"]["MajorDecisionOpinionGivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionOpinionGivePayload: {
            /**
             * 利益冲突声明
             * @description 本人与本案没有利害关系。
             * @enum {boolean}
             */
            noConflict: true;
            /**
             * 结论
             * @enum {string}
             */
            conclusion: "agree" | "agree-with-changes" | "illegal";
            /** 意见 */
            text: string;
            /**
             * 逐条意见
             * @description 按条款写明问题、依据、修改建议和风险。
             */
            points?: {
                /** 条款 */
                clause?: string;
                /** 问题 */
                problem?: string;
                /** 依据 */
                basis?: string;
                /** 建议 */
                suggestion?: string;
                /** 风险 */
                risk?: string;
            }[];
        };
        /** 公开 */
        MajorDecisionPubliciseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "publicise";
            payload: components["schemas"]["MajorDecisionPublicisePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionPublicisePayload: {
            /**
             * 公开日期
             * Format: date
             */
            on: string;
            /** 公开渠道 */
            where: string;
        };
        /** 回避 */
        MajorDecisionRecuseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "recuse";
            payload: components["schemas"]["MajorDecisionRecusePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionRecusePayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回 */
        MajorDecisionReturnEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "return";
            payload: components["schemas"]["MajorDecisionReturnPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionReturnPayload: {
            /** 理由 */
            reason: string;
        };
        /** 延长审查期限 */
        MajorDecisionReviewExtendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review.extend";
            payload: components["schemas"]["MajorDecisionReviewExtendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionReviewExtendPayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回审查 */
        MajorDecisionSendBackEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "send-back";
            payload: components["schemas"]["MajorDecisionSendBackPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionSendBackPayload: {
            /** 理由 */
            reason: string;
            /**
             * 退回方式
             * @enum {string}
             */
            strategy: "continue" | "restart";
        };
        /** 审签 */
        MajorDecisionSignOffEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sign-off";
            payload?: components["schemas"]["MajorDecisionSignOffPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionSignOffPayload: {
            /** 说明 */
            note?: string;
            /** 审查意见书 */
            letter?: {
                /**
                 * 逐句
                 * @example [
                 *       {
                 *         "part": "conclusion",
                 *         "text": "同意。"
                 *       }
                 *     ]
                 */
                lines: {
                    /**
                     * 部分
                     * @enum {string}
                     */
                    part: "examination" | "opinions" | "conclusion";
                    /** 文字 */
                    text: string;
                    /**
                     * 依据的意见
                     * @default []
                     */
                    from?: string[];
                }[];
            };
        };
        /** 提交送审 */
        MajorDecisionSubmitEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "submit";
            payload: components["schemas"]["MajorDecisionSubmitPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionSubmitPayload: {
            /**
             * 真实性承诺
             * @description 本单位对所报送材料的真实性、完整性负责。
             * @enum {boolean}
             */
            vouched: true;
            /**
             * 紧急办理
             * @description 只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。
             */
            urgent?: {
                /**
                 * 紧急事由
                 * @enum {string}
                 */
                cause: "emergency" | "superior-order" | "statutory-deadline";
                /** 紧急办理的依据文件 */
                basisDocument: string;
                /** 批准人 */
                approver: string;
                /**
                 * 批准日期
                 * Format: date
                 */
                approvedOn?: string;
            };
            /** 说明 */
            note?: string;
        };
        MajorDecisionSupplementExpirePayload: Record<string, never>;
        /** 提交补正材料 */
        MajorDecisionSupplementProvideEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.provide";
            payload?: components["schemas"]["MajorDecisionSupplementProvidePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionSupplementProvidePayload: {
            /** 说明 */
            note?: string;
        };
        /** 要求补正 */
        MajorDecisionSupplementRequestEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.request";
            payload: components["schemas"]["MajorDecisionSupplementRequestPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionSupplementRequestPayload: {
            /**
             * 补正事项
             * @description 一次性列明需要补正的全部事项。
             */
            items: string[];
        };
        /** 撤回 */
        MajorDecisionWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
            payload: components["schemas"]["MajorDecisionWithdrawPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        MajorDecisionWithdrawPayload: {
            /** 理由 */
            reason: string;
        };
        MakeRecording: {
            stage: string;
            device: string;
            officer: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            fileName: string;
            sha256: string;
            /** Format: uuid */
            documentId?: string;
            shows: string;
        };
        MapRegisterImport: {
            headerLine?: number;
            columns: components["schemas"]["RegisterColumns"];
            defaults?: {
                category?: string | null;
                unit?: string | null;
            };
        };
        Material: {
            kind: string;
            label: string;
            required: boolean;
            given: boolean;
            condition?: string;
        };
        Me: {
            id: string;
            username: string;
            name: string;
            roles: string[];
            qualifications: string[];
            mustChangePassword: boolean;
            organisation: components["schemas"]["OrganisationWithPath"];
        };
        MovedClock: {
            caseId: string;
            clock: string;
            from: string | null;
            to: string | null;
        };
        NewAccount: {
            organisation?: string;
            username: string;
            name: string;
        };
        NewIndicatorEntry: components["schemas"]["IndicatorEntryLine"] | components["schemas"]["IndicatorEntryFields"];
        /** 受理 */
        NormativeDocumentAcceptEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept";
            payload?: components["schemas"]["NormativeDocumentAcceptPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentAcceptPayload: {
            /** 说明 */
            note?: string;
        };
        /** 反馈采纳情况 */
        NormativeDocumentAdoptionRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "adoption.record";
            payload: components["schemas"]["NormativeDocumentAdoptionRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentAdoptionRecordPayload: {
            /**
             * 采纳情况
             * @enum {string}
             */
            adoption: "full" | "partial" | "none";
            /**
             * 未采纳的理由
             * @description 未全部采纳的，应当写明理由和依据。
             */
            reasons?: string;
            /** 逐条反馈 */
            lines?: {
                /** 意见序号 */
                line?: number;
                /** 意见 */
                point?: string;
                /** 是否采纳 */
                adopted: boolean | ("full" | "partial" | "none");
                /** 理由 */
                reason?: string;
                /** 修改后的文字 */
                changedText?: string;
            }[];
        };
        /** 指派法律顾问 */
        NormativeDocumentAdvisersAssignEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "advisers.assign";
            payload: components["schemas"]["NormativeDocumentAdvisersAssignPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentAdvisersAssignPayload: {
            /** 法律顾问 */
            advisers: string[];
        };
        /** 归档 */
        NormativeDocumentArchiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "archive";
            payload?: components["schemas"]["NormativeDocumentArchivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentArchivePayload: {
            /** 档号 */
            fileNumber?: string;
        };
        /** 规范性文件 */
        NormativeDocumentCreateRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            category: "normative-document";
            title: string;
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 与市场主体生产经营活动密切相关
             * @default false
             */
            affectsMarketEntities?: boolean;
            /**
             * 试行、暂行文件
             * @default false
             */
            trial?: boolean;
            /** 公开征求意见天数 */
            consultationDays?: number;
            /**
             * 认定为规范性文件
             * @default true
             */
            isNormative?: boolean;
            /**
             * 规范性文件认定
             * @description 三项均符合的，属于规范性文件。
             * @default {
             *       "affectsRights": true,
             *       "generallyBinding": true,
             *       "repeatedlyApplied": true
             *     }
             */
            identification?: {
                /**
                 * 涉及公民、法人和其他组织权利义务
                 * @default true
                 */
                affectsRights?: boolean;
                /**
                 * 具有普遍约束力
                 * @default true
                 */
                generallyBinding?: boolean;
                /**
                 * 在一定期限内反复适用
                 * @default true
                 */
                repeatedlyApplied?: boolean;
            };
        };
        /** 不予审核 */
        NormativeDocumentDeclineEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decline";
            payload: components["schemas"]["NormativeDocumentDeclinePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentDeclinePayload: {
            /** 理由 */
            reason: string;
        };
        /** 登记集体讨论 */
        NormativeDocumentDeliberationRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deliberation.record";
            payload: components["schemas"]["NormativeDocumentDeliberationRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentDeliberationRecordPayload: {
            /**
             * 会议日期
             * Format: date
             */
            heldOn: string;
            /** 会议名称 */
            meeting: string;
            /**
             * 审议结果
             * @enum {string}
             */
            result: "passed" | "rejected" | "again";
            /** 主要负责人末位表态 */
            headSpokeLast?: boolean;
            /**
             * 不同意见
             * @description 不同意见应当如实、完整记录。
             */
            dissent?: {
                /** 姓名 */
                who: string;
                /** 不同意见 */
                view: string;
            }[];
        };
        /** 修改送审信息 */
        NormativeDocumentDraftAmendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft.amend";
            payload: components["schemas"]["NormativeDocumentDraftAmendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentDraftAmendPayload: {
            /** 送审单位 */
            submittingUnit?: string;
            /**
             * 与市场主体生产经营活动密切相关
             * @default false
             */
            affectsMarketEntities?: boolean;
            /**
             * 试行、暂行文件
             * @default false
             */
            trial?: boolean;
            /** 公开征求意见天数 */
            consultationDays?: number;
            /**
             * 认定为规范性文件
             * @default true
             */
            isNormative?: boolean;
            /**
             * 规范性文件认定
             * @description 三项均符合的，属于规范性文件。
             * @default {
             *       "affectsRights": true,
             *       "generallyBinding": true,
             *       "repeatedlyApplied": true
             *     }
             */
            identification?: {
                /**
                 * 涉及公民、法人和其他组织权利义务
                 * @default true
                 */
                affectsRights?: boolean;
                /**
                 * 具有普遍约束力
                 * @default true
                 */
                generallyBinding?: boolean;
                /**
                 * 在一定期限内反复适用
                 * @default true
                 */
                repeatedlyApplied?: boolean;
            };
            /** 事项名称 */
            title: string;
        };
        /** 规范性文件 */
        NormativeDocumentEvent: components["schemas"]["NormativeDocumentSubmitEvent"] | components["schemas"]["NormativeDocumentDraftAmendEvent"] | components["schemas"]["NormativeDocumentWithdrawEvent"] | components["schemas"]["NormativeDocumentAcceptEvent"] | components["schemas"]["NormativeDocumentSupplementRequestEvent"] | components["schemas"]["NormativeDocumentSupplementProvideEvent"] | components["schemas"]["NormativeDocumentInquiryBeginEvent"] | components["schemas"]["NormativeDocumentInquiryEndEvent"] | components["schemas"]["NormativeDocumentReturnEvent"] | components["schemas"]["NormativeDocumentDeclineEvent"] | components["schemas"]["NormativeDocumentAdvisersAssignEvent"] | components["schemas"]["NormativeDocumentOpinionGiveEvent"] | components["schemas"]["NormativeDocumentRecuseEvent"] | components["schemas"]["NormativeDocumentFindingsRecordEvent"] | components["schemas"]["NormativeDocumentReviewExtendEvent"] | components["schemas"]["NormativeDocumentSignOffEvent"] | components["schemas"]["NormativeDocumentSendBackEvent"] | components["schemas"]["NormativeDocumentLeaderApproveEvent"] | components["schemas"]["NormativeDocumentLeaderRejectEvent"] | components["schemas"]["NormativeDocumentArchiveEvent"] | components["schemas"]["NormativeDocumentAdoptionRecordEvent"] | components["schemas"]["NormativeDocumentDeliberationRecordEvent"] | components["schemas"]["NormativeDocumentPromulgateEvent"] | components["schemas"]["NormativeDocumentPubliciseEvent"] | components["schemas"]["NormativeDocumentFileEvent"] | components["schemas"]["TaskAddSignerEvent"] | components["schemas"]["TaskRemoveSignerEvent"] | components["schemas"]["TaskTransferEvent"] | components["schemas"]["TaskDelegateEvent"] | components["schemas"]["TaskResolveEvent"] | components["schemas"]["TaskWithdrawEvent"];
        /** 报送备案 */
        NormativeDocumentFileEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "file";
            payload: components["schemas"]["NormativeDocumentFilePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentFilePayload: {
            /**
             * 报备日期
             * Format: date
             */
            on: string;
            /** 备案机关 */
            target: string;
            /** 备案回执号 */
            receiptNumber?: string;
            /**
             * 报备对象
             * @default government
             * @enum {string}
             */
            recipient?: "government" | "congress" | "party";
        };
        /** 提出审查意见 */
        NormativeDocumentFindingsRecordEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "findings.record";
            payload: components["schemas"]["NormativeDocumentFindingsRecordPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentFindingsRecordPayload: {
            /**
             * 审查结论
             * @enum {string}
             */
            conclusion: "legal" | "needs-revision" | "illegal";
            /** 审查意见 */
            text: string;
            /**
             * 审查要点
             * @description 逐项填写审查情况；存在问题的，写明理由。
             */
            points: {
                /**
                 * 审查要点
                 * @enum {string}
                 */
                point: "body" | "powers" | "higher-law" | "created-powers" | "rights" | "gain" | "procedure";
                /**
                 * 审查情况
                 * @enum {string}
                 */
                finding: "ok" | "problem" | "not-applicable";
                /** 理由 */
                reason?: string;
            }[];
            /**
             * 不采纳法律顾问意见的理由
             * @description 法律顾问认为不合法而拟予通过的，须逐条说明理由。
             */
            rebuttal?: string;
        };
        /** 组织论证或者请示上级 */
        NormativeDocumentInquiryBeginEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.begin";
            payload: components["schemas"]["NormativeDocumentInquiryBeginPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentInquiryBeginPayload: {
            /**
             * 中止事由
             * @enum {string}
             */
            kind: "experts" | "superior";
            /** 论证或者请示的问题 */
            question: string;
        };
        /** 登记论证或者请示结果 */
        NormativeDocumentInquiryEndEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inquiry.end";
            payload: components["schemas"]["NormativeDocumentInquiryEndPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentInquiryEndPayload: {
            /** 论证意见或者答复 */
            result: string;
        };
        /** 同意审查意见 */
        NormativeDocumentLeaderApproveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.approve";
            payload?: components["schemas"]["NormativeDocumentLeaderApprovePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentLeaderApprovePayload: {
            /** 说明 */
            note?: string;
        };
        /** 不同意审查意见 */
        NormativeDocumentLeaderRejectEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leader.reject";
            payload: components["schemas"]["NormativeDocumentLeaderRejectPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentLeaderRejectPayload: {
            /** 理由 */
            reason: string;
        };
        /** 出具法律顾问意见 */
        NormativeDocumentOpinionGiveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "opinion.give";
            payload: components["schemas"]["NormativeDocumentOpinionGivePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentOpinionGivePayload: {
            /**
             * 利益冲突声明
             * @description 本人与本案没有利害关系。
             * @enum {boolean}
             */
            noConflict: true;
            /**
             * 结论
             * @enum {string}
             */
            conclusion: "agree" | "agree-with-changes" | "illegal";
            /** 意见 */
            text: string;
            /**
             * 逐条意见
             * @description 按条款写明问题、依据、修改建议和风险。
             */
            points?: {
                /** 条款 */
                clause?: string;
                /** 问题 */
                problem?: string;
                /** 依据 */
                basis?: string;
                /** 建议 */
                suggestion?: string;
                /** 风险 */
                risk?: string;
            }[];
        };
        /** 公布 */
        NormativeDocumentPromulgateEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promulgate";
            payload: components["schemas"]["NormativeDocumentPromulgatePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentPromulgatePayload: {
            /** 文号 */
            documentNumber: string;
            /**
             * 公布日期
             * Format: date
             */
            on: string;
            /** 签发人 */
            signedBy?: string;
            /**
             * 签发日期
             * Format: date
             */
            signedOn?: string;
            /** 统一登记号 */
            registrationNumber?: string;
            /**
             * 有效期截止日期
             * Format: date
             * @description 不填写的，按规定的最长有效期计算。
             */
            validUntil?: string;
        };
        /** 公开 */
        NormativeDocumentPubliciseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "publicise";
            payload: components["schemas"]["NormativeDocumentPublicisePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentPublicisePayload: {
            /**
             * 公开日期
             * Format: date
             */
            on: string;
            /** 公开渠道 */
            where: string;
        };
        /** 回避 */
        NormativeDocumentRecuseEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "recuse";
            payload: components["schemas"]["NormativeDocumentRecusePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentRecusePayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回 */
        NormativeDocumentReturnEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "return";
            payload: components["schemas"]["NormativeDocumentReturnPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentReturnPayload: {
            /** 理由 */
            reason: string;
        };
        /** 延长审查期限 */
        NormativeDocumentReviewExtendEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review.extend";
            payload: components["schemas"]["NormativeDocumentReviewExtendPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentReviewExtendPayload: {
            /** 理由 */
            reason: string;
        };
        /** 退回审查 */
        NormativeDocumentSendBackEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "send-back";
            payload: components["schemas"]["NormativeDocumentSendBackPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentSendBackPayload: {
            /** 理由 */
            reason: string;
            /**
             * 退回方式
             * @enum {string}
             */
            strategy: "continue" | "restart";
        };
        /** 审签 */
        NormativeDocumentSignOffEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sign-off";
            payload?: components["schemas"]["NormativeDocumentSignOffPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentSignOffPayload: {
            /** 说明 */
            note?: string;
            /** 审查意见书 */
            letter?: {
                /**
                 * 逐句
                 * @example [
                 *       {
                 *         "part": "conclusion",
                 *         "text": "同意。"
                 *       }
                 *     ]
                 */
                lines: {
                    /**
                     * 部分
                     * @enum {string}
                     */
                    part: "examination" | "opinions" | "conclusion";
                    /** 文字 */
                    text: string;
                    /**
                     * 依据的意见
                     * @default []
                     */
                    from?: string[];
                }[];
            };
        };
        /** 提交送审 */
        NormativeDocumentSubmitEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "submit";
            payload: components["schemas"]["NormativeDocumentSubmitPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentSubmitPayload: {
            /**
             * 真实性承诺
             * @description 本单位对所报送材料的真实性、完整性负责。
             * @enum {boolean}
             */
            vouched: true;
            /**
             * 紧急办理
             * @description 只有列明的紧急事由可以申请紧急办理，须有依据文件和批准人。
             */
            urgent?: {
                /**
                 * 紧急事由
                 * @enum {string}
                 */
                cause: "emergency" | "superior-order" | "statutory-deadline";
                /** 紧急办理的依据文件 */
                basisDocument: string;
                /** 批准人 */
                approver: string;
                /**
                 * 批准日期
                 * Format: date
                 */
                approvedOn?: string;
            };
            /** 说明 */
            note?: string;
        };
        NormativeDocumentSupplementExpirePayload: Record<string, never>;
        /** 提交补正材料 */
        NormativeDocumentSupplementProvideEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.provide";
            payload?: components["schemas"]["NormativeDocumentSupplementProvidePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentSupplementProvidePayload: {
            /** 说明 */
            note?: string;
        };
        /** 要求补正 */
        NormativeDocumentSupplementRequestEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "supplement.request";
            payload: components["schemas"]["NormativeDocumentSupplementRequestPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentSupplementRequestPayload: {
            /**
             * 补正事项
             * @description 一次性列明需要补正的全部事项。
             */
            items: string[];
        };
        /** 撤回 */
        NormativeDocumentWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
            payload: components["schemas"]["NormativeDocumentWithdrawPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        NormativeDocumentWithdrawPayload: {
            /** 理由 */
            reason: string;
        };
        Notification: {
            id: string;
            kind: string;
            text: string;
            caseId: string | null;
            createdAt: string;
            readAt: string | null;
        };
        NumberPage: {
            items: components["schemas"]["DocumentNumber"][];
            next: string | null;
        };
        NumberSeries: {
            organisation: components["schemas"]["NumberingOrganisation"];
            code: string;
            year: number;
            purposes: string[];
            last: number;
            given: number;
            voided: number;
        };
        NumberSeriesList: {
            items: components["schemas"]["NumberSeries"][];
            next: string | null;
        };
        NumberingOrganisation: {
            code: string;
            name: string;
        };
        Opinion: {
            id: string;
            act: string;
            round: number;
            by: components["schemas"]["PersonRef"];
            conclusion: string;
            text: string;
            points: {
                [key: string]: unknown;
            }[];
            at: string;
            hash: string;
        };
        OrderPack: {
            caseIds?: string[];
            filter?: components["schemas"]["PackFilter"];
        };
        Organisation: {
            id: string;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "county" | "town";
            path: string;
        };
        OrganisationList: {
            items: components["schemas"]["Organisation"][];
        };
        OrganisationRef: {
            id: string;
            code: string;
            name: string;
        };
        OrganisationWithPath: {
            id: string;
            name: string;
            path: string;
        };
        Overview: {
            today: string;
            open: components["schemas"]["Figure"];
            late: components["schemas"]["Figure"];
            dueThisWeek: components["schemas"]["Figure"];
            concludedThisYear: components["schemas"]["Figure"];
            byCategory: {
                open: components["schemas"]["Figure"];
                late: components["schemas"]["Figure"];
                category: string;
                label: string;
            }[];
            byTown: {
                open: components["schemas"]["Figure"];
                late: components["schemas"]["Figure"];
                code: string;
                name: string;
            }[];
            byStage: {
                open: components["schemas"]["Figure"];
                late: components["schemas"]["Figure"];
                stage: string;
            }[];
            lateCases: components["schemas"]["CaseSummary"][];
        };
        /** @description 按类别、状态、审结年份或者机关选取案件 */
        PackFilter: {
            category?: string;
            /** @enum {string} */
            status?: "active" | "done";
            year?: number;
            organisation?: string;
        };
        Paper: {
            id: string | null;
            /** @enum {string} */
            status: "waiting" | "made";
            kind: string;
            label: string;
            title: string;
            number: string | null;
            voided: boolean;
            round: number;
            seq: number;
            template: {
                key: string;
                version: number;
            } | null;
            mediaType: string | null;
            size: number | null;
            sha256: string | null;
            sm3: string | null;
            signer: components["schemas"]["PersonRef"] | null;
            madeAt: string | null;
        };
        PaperCapabilities: {
            pdf: boolean;
        };
        PaperList: {
            items: components["schemas"]["Paper"][];
            next: string | null;
        };
        PaperPreviewRequest: {
            kind: string;
            /**
             * @default docx
             * @enum {string}
             */
            format?: "docx" | "pdf";
            payload?: unknown;
        };
        PaperTemplate: {
            kind: string;
            label: string;
            inForce: number;
            placeholders: string[];
            versions: {
                version: number;
                fileName: string;
                size: number;
                sha256: string;
                placeholders: string[];
                uploadedBy: components["schemas"]["PersonRef"];
                uploadedAt: string;
            }[];
            choices: {
                version: number;
                reason: string;
                chosenBy: components["schemas"]["PersonRef"];
                chosenAt: string;
            }[];
        };
        PaperTemplateList: {
            items: components["schemas"]["PaperTemplate"][];
            next: string | null;
        };
        ParameterBounds: {
            min: number;
            max: number;
            integer: boolean;
        };
        Person: {
            id: string;
            name: string;
            username: string;
            roles: string[];
        };
        PersonList: {
            items: components["schemas"]["Person"][];
        };
        PersonRef: {
            id: string;
            name: string;
        };
        PersonWork: {
            name: string;
            cases: number;
            byCategory: {
                category: string;
                label: string;
                cases: number;
                list: string;
            }[];
            meanWorkingDays: number | null;
            list: string;
        };
        PossibleEvent: {
            type: string;
            label: string;
            allowed: boolean;
            refusals: components["schemas"]["RuleRefusal"][];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            instance?: string;
            refusals?: components["schemas"]["RuleRefusal"][];
            issues?: {
                path: string;
                message: string;
            }[];
            currentVersion?: number;
        };
        ProofPack: {
            id: string;
            /** @enum {string} */
            state: "ordered" | "making" | "done" | "failed" | "expired";
            progress: {
                done: number;
                of: number;
            };
            cases: {
                id: string;
                title: string;
            }[];
            problem: string | null;
            name: string;
            size: number | null;
            sha256: string | null;
            seal: string | null;
            askedBy: components["schemas"]["PersonRef"];
            askedAt: string;
            madeAt: string | null;
            expiresAt: string | null;
            downloads: {
                person: components["schemas"]["PersonRef"];
                at: string;
            }[];
        };
        ProofPackPage: {
            items: components["schemas"]["ProofPack"][];
            next: string | null;
        };
        PutChannelPreferences: {
            email: string | null;
            preferences: components["schemas"]["ChannelPreference"][];
        };
        PutChannelSettings: {
            mail: {
                on: boolean;
                from: string | null;
            };
            webhook: {
                on: boolean;
                kind: ("wecom" | "dingtalk") | null;
                url?: string | null;
                secret?: string | null;
            };
        };
        PutIndicatorKind: {
            label: string & (unknown & unknown);
            unit: string & (unknown & unknown);
            /** @enum {string} */
            mode: "sum" | "standing";
            section: string & (unknown & unknown);
            synonyms: (string & (unknown & unknown))[];
            expected: "quarter" | null;
            active: boolean;
        };
        PutRegisterView: {
            name: string;
            shared: boolean;
            columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
            filters: components["schemas"]["RegisterFilters"];
            /** @enum {string} */
            sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
        };
        PutStandIn: {
            /** Format: uuid */
            person?: string;
            /** Format: uuid */
            standIn: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        Queue: {
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
        QueueTask: {
            id: string;
            key: string;
            label: string;
            role: string;
            holder: components["schemas"]["PersonRef"] | null;
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
        };
        ReadAllAnswer: {
            read: number;
            unread: number;
        };
        Recording: {
            id: string;
            stage: string;
            stageLabel: string;
            device: string;
            officer: string;
            startedAt: string;
            endedAt: string;
            fileName: string;
            sha256: string;
            documentId: string | null;
            shows: string;
            enteredBy: components["schemas"]["PersonRef"];
            enteredAt: string;
            voided: {
                by: components["schemas"]["PersonRef"];
                at: string;
                reason: string;
            } | null;
        };
        RecordingIndex: {
            items: components["schemas"]["Recording"][];
            next: string | null;
            stages: {
                stage: string;
                label: string;
            }[];
            gaps: {
                stage: string;
                label: string;
                message: string;
                citation: string;
            }[];
        };
        RegisterColumns: {
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
        RegisterEntry: {
            id: string;
            organisation: components["schemas"]["OrganisationRef"];
            receivedOn: string;
            unit: string | null;
            title: string;
            category: string;
            categoryLabel: string;
            acceptedOn: string | null;
            reviewers: string[];
            advisers: string[];
            conclusion: string | null;
            conclusionLabel: string | null;
            number: string | null;
            concludedOn: string | null;
            filedOn: string | null;
            /** @enum {string} */
            status: "open" | "concluded" | "returned" | "declined" | "withdrawn";
            statusLabel: string;
            endedOn: string | null;
            stage: string;
            note: string | null;
            adoption: ("full" | "partial" | "none" | "pending") | null;
            overdue: boolean;
            urgent: boolean;
            workingDays: number | null;
        };
        RegisterEntryPage: {
            items: components["schemas"]["RegisterEntry"][];
            next: string | null;
            total: {
                count: number;
                exact: boolean;
            } | null;
        };
        RegisterFilters: {
            organisation?: string;
            category?: string;
            q?: string;
            unit?: string;
            reviewer?: string;
            adviser?: string;
            conclusion?: string;
            number?: string;
            /** @enum {string} */
            status?: "open" | "concluded" | "returned" | "declined" | "withdrawn";
            /** @enum {string} */
            adoption?: "full" | "partial" | "none" | "pending";
            /** @enum {string} */
            overdue?: "true" | "false";
            /** @enum {string} */
            urgent?: "true" | "false";
            /** Format: date */
            receivedFrom?: string;
            /** Format: date */
            receivedTo?: string;
            /** Format: date */
            acceptedFrom?: string;
            /** Format: date */
            acceptedTo?: string;
            /** Format: date */
            concludedFrom?: string;
            /** Format: date */
            concludedTo?: string;
            /** Format: date */
            filedFrom?: string;
            /** Format: date */
            filedTo?: string;
            /** Format: date */
            endedFrom?: string;
            /** Format: date */
            endedTo?: string;
        };
        RegisterImport: {
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
            fields: components["schemas"]["RegisterImportField"][];
            mapping: components["schemas"]["RegisterImportMapping"];
            counts: components["schemas"]["RegisterImportCounts"];
            progress: components["schemas"]["RegisterImportProgress"];
            createdBy: components["schemas"]["PersonRef"];
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
        };
        RegisterImportCounts: {
            rows: number;
            add: number;
            skip: number;
            refuse: number;
            added: number;
        };
        RegisterImportField: {
            key: string;
            label: string;
        };
        RegisterImportMapping: {
            columns: {
                [key: string]: number;
            };
            defaults: {
                [key: string]: string;
            };
            remembered: boolean;
        };
        RegisterImportPage: {
            items: components["schemas"]["RegisterImport"][];
            next: string | null;
        };
        RegisterImportProgress: {
            done: number;
            of: number;
            added: number;
            refused: number;
        };
        RegisterImportRow: {
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
        };
        RegisterImportWithRows: {
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
            fields: components["schemas"]["RegisterImportField"][];
            mapping: components["schemas"]["RegisterImportMapping"];
            counts: components["schemas"]["RegisterImportCounts"];
            progress: components["schemas"]["RegisterImportProgress"];
            createdBy: components["schemas"]["PersonRef"];
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            rows: {
                items: components["schemas"]["RegisterImportRow"][];
                next: string | null;
            };
        };
        RegisterView: {
            name: string;
            shared: boolean;
            columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
            filters: components["schemas"]["RegisterFilters"];
            /** @enum {string} */
            sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
            id: string;
            owner: components["schemas"]["PersonRef"];
            own: boolean;
            updatedAt: string;
        };
        RegisterViewList: {
            items: components["schemas"]["RegisterView"][];
            columns: {
                /** @enum {string} */
                key: "serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note";
                label: string;
            }[];
        };
        ReportCase: {
            id: string;
            title: string;
            category: string;
            categoryLabel: string;
            state: string;
            stage: string;
            /** @enum {string} */
            status: "active" | "done";
            organisation: components["schemas"]["OrganisationRef"];
            receivedOn: string | null;
            acceptedOn: string | null;
            outcome: ("concluded" | "returned" | "declined" | "withdrawn") | null;
            outcomeOn: string | null;
            conclusion: string | null;
            adoption: string | null;
            workingDays: number | null;
        };
        ReportCasePage: {
            items: components["schemas"]["ReportCase"][];
            next: string | null;
        };
        ReportDraft: {
            year: number;
            organisation: components["schemas"]["ReportOrganisation"];
            template: components["schemas"]["ReportTemplateUsed"];
            frozenAt: string | null;
            revision: number | null;
            figures: components["schemas"]["DraftFigure"][];
            missing: {
                key: string;
                label: string;
                reason: string;
            }[];
        };
        ReportOrganisation: {
            id: string;
            code: string;
            name: string;
            kind: string;
        };
        ReportRevision: {
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
        ReportRevisionList: {
            items: components["schemas"]["ReportRevision"][];
        };
        ReportTemplateCheck: {
            name: string;
            size: number;
            sha256: string;
            ok: boolean;
            problems: components["schemas"]["TemplateProblem"][];
            placeholders: {
                key: string;
                label: string;
                known: boolean;
                times: number;
            }[];
            left: components["schemas"]["TemplatePlaceholder"][];
        };
        ReportTemplateList: {
            items: components["schemas"]["ReportTemplateVersion"][];
            placeholders: components["schemas"]["TemplatePlaceholder"][];
        };
        ReportTemplateUsed: {
            version: number;
            name: string;
        };
        ReportTemplateVersion: {
            version: number;
            name: string;
            size: number;
            sha256: string;
            current: boolean;
            restoredFrom: number | null;
            uploadedBy: components["schemas"]["PersonRef"] | null;
            uploadedAt: string | null;
        };
        RetriedDelivery: {
            id: string;
            /** @enum {string} */
            status: "waiting";
        };
        ReviseYear: {
            reason: string;
        };
        RollUp: {
            organisation: components["schemas"]["ReportOrganisation"];
            counts: {
                [key: string]: number;
            };
            sentence: string;
            categories: components["schemas"]["CategoryFigures"][];
            year: number;
            towns: {
                organisation: components["schemas"]["ReportOrganisation"];
                frozenAt: string | null;
                revision: number | null;
                counts: {
                    [key: string]: number;
                };
                sentence: string;
                categories: components["schemas"]["CategoryFigures"][];
                balanced: boolean;
            }[];
            notFrozen: components["schemas"]["ReportOrganisation"][];
            complete: boolean;
        };
        RuleRefusal: {
            rule: string;
            message: string;
            citation: string | null;
            overridable: boolean;
        };
        RuleSet: {
            version: number;
            organisation: components["schemas"]["OrganisationWithPath"];
            effectiveFrom: string;
            documentNumber: string;
            note: string | null;
            by: components["schemas"]["PersonRef"];
            at: string;
            /** @enum {string} */
            state: "future" | "in-force" | "past";
            baseVersion: number;
            changes: components["schemas"]["RuleSetChange"][];
        };
        RuleSetChange: {
            category: string;
            categoryLabel: string;
            key: string;
            label: string;
            unit: string;
            from: number;
            to: number;
            citationBefore: string;
            citation: string;
        };
        RuleSetList: {
            items: components["schemas"]["RuleSet"][];
        };
        RuleSetPreview: {
            effectiveFrom: string;
            baseVersion: number;
            latestVersion: number;
            changes: components["schemas"]["RuleSetChange"][];
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
        RuleSetPreviewRequest: {
            /** Format: date */
            effectiveFrom: string;
            documentNumber?: string;
            note?: string;
            values: components["schemas"]["RuleSetValue"][];
            expectedVersion?: number;
        };
        RuleSetRequest: {
            /** Format: date */
            effectiveFrom: string;
            documentNumber: string;
            note?: string;
            values: components["schemas"]["RuleSetValue"][];
            expectedVersion?: number;
        };
        RuleSetValue: {
            category: string;
            key: string;
            value: number;
            citation?: string;
        };
        SendEventRequest: components["schemas"]["AnySubmitEvent"] | components["schemas"]["AnyDraftAmendEvent"] | components["schemas"]["AnyWithdrawEvent"] | components["schemas"]["AnyAcceptEvent"] | components["schemas"]["AnySupplementRequestEvent"] | components["schemas"]["AnySupplementProvideEvent"] | components["schemas"]["AnyInquiryBeginEvent"] | components["schemas"]["AnyInquiryEndEvent"] | components["schemas"]["AnyReturnEvent"] | components["schemas"]["AnyDeclineEvent"] | components["schemas"]["AnyAdvisersAssignEvent"] | components["schemas"]["AnyOpinionGiveEvent"] | components["schemas"]["AnyRecuseEvent"] | components["schemas"]["AnyFindingsRecordEvent"] | components["schemas"]["AnyReviewExtendEvent"] | components["schemas"]["AnySignOffEvent"] | components["schemas"]["AnySendBackEvent"] | components["schemas"]["AnyLeaderApproveEvent"] | components["schemas"]["AnyLeaderRejectEvent"] | components["schemas"]["AnyArchiveEvent"] | components["schemas"]["AnyAdoptionRecordEvent"] | components["schemas"]["AnyDeliberationRecordEvent"] | components["schemas"]["AnyPromulgateEvent"] | components["schemas"]["AnyPubliciseEvent"] | components["schemas"]["AnyFileEvent"] | components["schemas"]["AnyContractSignEvent"] | components["schemas"]["AnyComparisonAcceptEvent"] | components["schemas"]["AnyDecisionMakeEvent"] | components["schemas"]["AnyDecisionServeEvent"] | components["schemas"]["TaskAddSignerEvent"] | components["schemas"]["TaskRemoveSignerEvent"] | components["schemas"]["TaskTransferEvent"] | components["schemas"]["TaskDelegateEvent"] | components["schemas"]["TaskResolveEvent"] | components["schemas"]["TaskWithdrawEvent"];
        SettleClockRequest: {
            /** Format: date */
            on: string;
            note?: string;
            expectedVersion?: number;
        };
        StandIn: {
            id: string;
            person: components["schemas"]["PersonRef"];
            standIn: components["schemas"]["PersonRef"];
            from: string;
            to: string;
        };
        StandInList: {
            items: components["schemas"]["StandIn"][];
        };
        StateStay: {
            category: string;
            categoryLabel: string;
            state: string;
            stage: string | null;
            stays: number;
            median: number | null;
            p90: number | null;
            waiting: number;
            list: string;
        };
        StatisticFigure: {
            value: number;
            lastYear: number;
            change: number | null;
            list: string;
        };
        Statistics: {
            year: number;
            organisation: components["schemas"]["ReportOrganisation"];
            category: string | null;
            stages: {
                /** @enum {string} */
                key: "accepting" | "review" | "filing";
                label: string;
            }[];
            months: {
                month: number;
                received: components["schemas"]["StatisticFigure"];
                concluded: components["schemas"]["StatisticFigure"];
            }[];
            total: {
                concluded: components["schemas"]["StatisticFigure"];
                overdue: components["schemas"]["StatisticFigure"];
                urgent: components["schemas"]["StatisticFigure"];
                onTimeRate: number | null;
                onTimeRateLastYear: number | null;
                adoption: components["schemas"]["AdoptionFigures"];
                adoptionRate: number | null;
                adoptionRateLastYear: number | null;
                workingDays: components["schemas"]["WorkingDaysByStage"];
                received: components["schemas"]["StatisticFigure"];
                returned: components["schemas"]["StatisticFigure"];
                declined: components["schemas"]["StatisticFigure"];
                withdrawn: components["schemas"]["StatisticFigure"];
            };
            categories: components["schemas"]["CategoryStatistics"][];
            reviewers: components["schemas"]["PersonWork"][];
            advisers: components["schemas"]["PersonWork"][];
        };
        Stays: {
            year: number;
            organisation: components["schemas"]["ReportOrganisation"];
            category: string | null;
            items: components["schemas"]["StateStay"][];
            cases: number;
            complete: boolean;
        };
        Task: {
            id: string;
            key: string;
            label: string;
            role: string;
            holder: components["schemas"]["PersonRef"] | null;
            dueOn: string | null;
            provisional: boolean;
            openedAt: string;
        };
        /** 加签 */
        TaskAddSignerEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.add-signer";
            payload: components["schemas"]["TaskAddSignerPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskAddSignerPayload: {
            /** 任务 */
            task?: string;
            /** 增加的办理人 */
            person: string;
            /**
             * 办理次序
             * @enum {string}
             */
            position?: "before" | "after" | "parallel";
        };
        TaskCounts: {
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
        /** 委派 */
        TaskDelegateEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.delegate";
            payload: components["schemas"]["TaskDelegatePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskDelegatePayload: {
            /** 任务 */
            task?: string;
            /** 受委派人 */
            to: string;
        };
        TaskPage: {
            items: components["schemas"]["QueueTask"][];
            next: string | null;
        };
        /** 减签 */
        TaskRemoveSignerEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.remove-signer";
            payload: components["schemas"]["TaskRemoveSignerPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskRemoveSignerPayload: {
            /** 任务 */
            task?: string;
            /** 减去的办理人 */
            person: string;
        };
        /** 委派办结 */
        TaskResolveEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.resolve";
            payload: components["schemas"]["TaskResolvePayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskResolvePayload: {
            /** 任务 */
            task?: string;
            /** 办理情况 */
            note: string;
        };
        /** 转办 */
        TaskTransferEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.transfer";
            payload: components["schemas"]["TaskTransferPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskTransferPayload: {
            /** 任务 */
            task?: string;
            /** 原办理人 */
            from?: string;
            /** 新办理人 */
            to: string;
        };
        /** 撤回本人意见 */
        TaskWithdrawEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "task.withdraw";
            payload?: components["schemas"]["TaskWithdrawPayload"];
            expectedVersion?: number;
            overrides?: {
                [key: string]: string;
            };
        };
        TaskWithdrawPayload: {
            /** 任务 */
            task?: string;
        };
        TemplatePlaceholder: {
            key: string;
            label: string;
        };
        TemplateProblem: {
            where: string;
            message: string;
        };
        Urge: {
            id: string;
            taskId: string;
            caseId: string;
            label: string;
            by: components["schemas"]["PersonRef"];
            note: string | null;
            at: string;
            nextAt: string;
        };
        UrgeList: {
            items: components["schemas"]["Urge"][];
        };
        UrgeRequest: {
            note?: string;
        };
        VoidIndicatorEntry: {
            reason: string & (unknown & unknown);
        };
        VoidNumberRequest: {
            reason: string;
        };
        VoidRecording: {
            reason: string;
        };
        WorkingDays: {
            cases: number;
            mean: number | null;
            p90: number | null;
        };
        WorkingDaysByStage: {
            accepting: components["schemas"]["WorkingDays"];
            review: components["schemas"]["WorkingDays"];
            filing: components["schemas"]["WorkingDays"];
        };
    };
    responses: {
        /** @description 按 RFC 9457 说明的错误，code 稳定不变 */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
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
                content: {
                    "application/json": components["schemas"]["Health"];
                };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Queue"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            /** @description 失败次数过多；Retry-After 为需等待的秒数 */
            429: components["responses"]["Problem"];
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
    AuthController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    PeopleController_list: {
        parameters: {
            query?: {
                role?: string;
                q?: string;
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
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    OrganisationsController_list: {
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
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    AccountsController_list: {
        parameters: {
            query?: {
                q?: string;
                role?: string;
                active?: "true" | "false";
                organisation?: string;
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
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AccountsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountWithPassword"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AccountsController_rename: {
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
                "application/json": components["schemas"]["ChangeAccount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AccountsController_grant: {
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
                "application/json": components["schemas"]["GrantRoles"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AccountsController_deactivate: {
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    AccountsController_activate: {
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    AccountsController_resetPassword: {
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
                    "application/json": components["schemas"]["AccountWithPassword"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["StandInList"];
                };
            };
            401: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["PutStandIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandIn"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["CreateCaseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CaseTemplate"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["SendEventRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
            401: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Overview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["SettleClockRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["DefinitionList"];
                };
            };
            401: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Definition"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["DueDate"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CalendarYears"];
                };
            };
            401: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CalendarDays"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["CalendarPreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["CalendarImportRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CalendarChanges"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["DayOverrideRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RuleSetList"];
                };
            };
            401: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["RuleSetRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CurrentRuleSet"];
                };
            };
            401: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["RuleSetPreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetPreview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DocumentsController_list: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DocumentsController_download: {
        parameters: {
            query?: {
                inline?: "0" | "1";
            };
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DocumentsController_text: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["DocumentText"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DocumentsController_accesses: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["DocumentAccessPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DocumentsController_search: {
        parameters: {
            query: {
                q: string;
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
                    "application/json": components["schemas"]["FoundDocumentPage"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ComparisonsController_list: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ComparisonList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ComparisonsController_ask: {
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
                "application/json": components["schemas"]["CompareRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ComparisonsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                comparisonId: string;
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
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    ComparisonsController_accept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                comparisonId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptComparison"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RecordingsController_index: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["RecordingIndex"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RecordingsController_enter: {
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
                "application/json": components["schemas"]["MakeRecording"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RecordingsController_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                recordingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidRecording"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ReadAllAnswer"];
                };
            };
            401: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["Notification"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
            401: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["UrgeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Urge"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            /** @description 催办过于频繁；Retry-After 为需等待的秒数 */
            429: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["UrgeList"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["CopyList"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["CopyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopyList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ChannelPreferences"];
                };
            };
            401: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["PutChannelPreferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPreferences"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ChannelSettings"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["PutChannelSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelSettings"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ChannelIncidentList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RetriedDelivery"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["AnnualReport"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ReportCasePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RollUp"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ReportRevision"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["ReportRevisionList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["ReviseYear"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRevision"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DraftController_draft: {
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
                    "application/json": components["schemas"]["ReportDraft"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    DraftController_paper: {
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
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplateController_list: {
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
                    "application/json": components["schemas"]["ReportTemplateList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplateController_upload: {
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
                    "application/json": components["schemas"]["ReportTemplateVersion"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplateController_check: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportTemplateCheck"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplateController_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 0 为内置模板 */
                version: string;
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
                    "application/json": components["schemas"]["ReportTemplateVersion"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplateController_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 0 为内置模板 */
                version: string;
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
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    StatisticsController_year: {
        parameters: {
            query: {
                year: string;
                organisation?: string;
                category?: string;
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
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    StatisticsController_stays: {
        parameters: {
            query: {
                year: string;
                organisation?: string;
                category?: string;
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
                    "application/json": components["schemas"]["Stays"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RegisterImportPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RegisterImportWithRows"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["MapRegisterImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RegisterEntriesController_page: {
        parameters: {
            query?: {
                organisation?: string;
                category?: string;
                q?: string;
                unit?: string;
                reviewer?: string;
                adviser?: string;
                conclusion?: string;
                number?: string;
                status?: "open" | "concluded" | "returned" | "declined" | "withdrawn";
                adoption?: "full" | "partial" | "none" | "pending";
                overdue?: "true" | "false";
                urgent?: "true" | "false";
                receivedFrom?: string;
                receivedTo?: string;
                acceptedFrom?: string;
                acceptedTo?: string;
                concludedFrom?: string;
                concludedTo?: string;
                filedFrom?: string;
                filedTo?: string;
                endedFrom?: string;
                endedTo?: string;
                sort?: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
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
                    "application/json": components["schemas"]["RegisterEntryPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RegisterEntriesController_list: {
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
                    "application/json": components["schemas"]["RegisterViewList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RegisterEntriesController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutRegisterView"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterView"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RegisterEntriesController_change: {
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
                "application/json": components["schemas"]["PutRegisterView"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterView"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    RegisterEntriesController_remove: {
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
            /** @description 已删除 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["IndicatorReport"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["IndicatorKindList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["PutIndicatorKind"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorKindList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["NewIndicatorEntry"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorEntry"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                "application/json": components["schemas"]["VoidIndicatorEntry"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorEntry"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
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
                    "application/json": components["schemas"]["IndicatorEntryPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AttachmentsController_attach: {
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
                    "application/json": components["schemas"]["IndicatorAttachment"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AttachmentsController_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attachment: string;
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    AuditController_entries: {
        parameters: {
            query?: {
                actor?: string;
                action?: "auth.login" | "auth.password-changed" | "account.created" | "account.renamed" | "account.deactivated" | "account.activated" | "account.password-reset" | "account.roles-granted" | "ruleset.entered" | "calendar.imported" | "register.exported" | "document.downloaded" | "audit.verified" | "access.refused";
                outcome?: "done" | "failed" | "refused";
                subject?: string;
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    AuditController_caseTrail: {
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
                    "application/json": components["schemas"]["CaseTrail"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    AuditController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    AuditController_verification: {
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
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    PapersController_list: {
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
                    "application/json": components["schemas"]["PaperList"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    PapersController_preview: {
        parameters: {
            query: {
                kind: string;
                format?: "docx" | "pdf";
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
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    PapersController_previewWith: {
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
                "application/json": components["schemas"]["PaperPreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    PapersController_content: {
        parameters: {
            query?: {
                format?: "docx" | "pdf";
            };
            header?: never;
            path: {
                id: string;
                paperId: string;
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
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    LettersController_capabilities: {
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
                    "application/json": components["schemas"]["PaperCapabilities"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    LettersController_letter: {
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
                    "application/json": components["schemas"]["LetterDraft"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    TemplatesController_list: {
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
                    "application/json": components["schemas"]["PaperTemplateList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    TemplatesController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
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
                    "application/json": components["schemas"]["PaperTemplate"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplatesController_choose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseTemplateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperTemplate"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplatesController_preview: {
        parameters: {
            query?: {
                version?: number;
                format?: "docx" | "pdf";
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
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    TemplatesController_content: {
        parameters: {
            query?: {
                version?: number;
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
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    NumbersController_list: {
        parameters: {
            query?: {
                code?: string;
                year?: number;
                organisation?: string;
                case?: string;
                voided?: "true" | "false";
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
                    "application/json": components["schemas"]["NumberPage"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    NumbersController_series: {
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
                    "application/json": components["schemas"]["NumberSeriesList"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    NumbersController_void: {
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
                "application/json": components["schemas"]["VoidNumberRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentNumber"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ArchiveController_index: {
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
                    "application/json": components["schemas"]["FileIndex"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    ArchiveController_countPages: {
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
                "application/json": components["schemas"]["CountPages"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileIndex"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ArchiveController_list: {
        parameters: {
            query?: {
                year?: number;
                category?: string;
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
                    "application/json": components["schemas"]["ArchivePage"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ArchiveController_handOverList: {
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
                    "application/json": components["schemas"]["HandOverPage"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ArchiveController_handOver: {
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
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOver"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ArchiveController_content: {
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    ProofPacksController_list: {
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
                    "application/json": components["schemas"]["ProofPackPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ProofPacksController_order: {
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
                "application/json": components["schemas"]["OrderPack"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofPack"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    ProofPacksController_find: {
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
                    "application/json": components["schemas"]["ProofPack"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    ProofPacksController_download: {
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
                    "application/zip": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            410: components["responses"]["Problem"];
        };
    };
    ProofPacksController_verify: {
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
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
}
