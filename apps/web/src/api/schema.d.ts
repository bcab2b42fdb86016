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
                        qualifications: string[];
                        mustChangePassword: boolean;
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
    AuthController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                        qualifications: string[];
                        mustChangePassword: boolean;
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
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            kind: "county" | "town";
                            path: string;
                        }[];
                    };
                };
            };
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
                    "application/json": {
                        items: {
                            id: string;
                            username: string;
                            name: string;
                            organisation: {
                                id: string;
                                code: string;
                                name: string;
                            };
                            roles: string[];
                            qualifications: string[];
                            active: boolean;
                            mustChangePassword: boolean;
                            createdAt: string;
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
                "application/json": {
                    organisation?: string;
                    username: string;
                    name: string;
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
                        username: string;
                        name: string;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
                        oneTimePassword: string;
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
                "application/json": {
                    name: string;
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
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
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
                "application/json": {
                    roles: string[];
                    qualifications?: string[];
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
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
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
                    "application/json": {
                        id: string;
                        username: string;
                        name: string;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
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
                    "application/json": {
                        id: string;
                        username: string;
                        name: string;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
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
                    "application/json": {
                        id: string;
                        username: string;
                        name: string;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                        };
                        roles: string[];
                        qualifications: string[];
                        active: boolean;
                        mustChangePassword: boolean;
                        createdAt: string;
                        oneTimePassword: string;
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
                        definitionVersion: number;
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
                            voidReason?: string;
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
                        definitionVersion: number;
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
                            voidReason?: string;
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
                        definitionVersion: number;
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
                            voidReason?: string;
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
                        definitionVersion: number;
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
                            voidReason?: string;
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
                            versions: number[];
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
                                accepts: string[] | null;
                                maxBytes: number | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    DefinitionsController_read: {
        parameters: {
            query?: {
                /** @description 不填为最新版本；在办案件按其自身的版本办理 */
                version?: number;
            };
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
                        /** @enum {string} */
                        kind: "review";
                        acts: string[];
                        course: string[];
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
                    "application/json": {
                        items: {
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
                            uploadedBy: {
                                id: string;
                                name: string;
                            };
                            scan: {
                                /** @enum {string} */
                                state: "not-scanned" | "clean" | "infected";
                                finding: string | null;
                                at: string | null;
                            };
                            text: {
                                /** @enum {string} */
                                state: "pending" | "done" | "no-text" | "failed" | "not-read";
                                code: string | null;
                                message: string | null;
                                characters: number | null;
                                pages: number | null;
                            };
                            notes: {
                                /** @enum {string} */
                                code: "tracked-changes" | "macros" | "external-links" | "scan-without-text" | "not-readable" | "infected" | "not-scanned";
                                message: string;
                            }[];
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
                        round: number;
                        uploadedBy: {
                            id: string;
                            name: string;
                        };
                        scan: {
                            /** @enum {string} */
                            state: "not-scanned" | "clean" | "infected";
                            finding: string | null;
                            at: string | null;
                        };
                        text: {
                            /** @enum {string} */
                            state: "pending" | "done" | "no-text" | "failed" | "not-read";
                            code: string | null;
                            message: string | null;
                            characters: number | null;
                            pages: number | null;
                        };
                        notes: {
                            /** @enum {string} */
                            code: "tracked-changes" | "macros" | "external-links" | "scan-without-text" | "not-readable" | "infected" | "not-scanned";
                            message: string;
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
            403: {
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
            409: {
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
                    "application/json": {
                        /** @enum {string} */
                        state: "pending" | "done" | "no-text" | "failed" | "not-read";
                        code: string | null;
                        message: string | null;
                        characters: number | null;
                        pages: number | null;
                        documentId: string;
                        notes: {
                            /** @enum {string} */
                            code: "tracked-changes" | "macros" | "external-links" | "scan-without-text" | "not-readable" | "infected" | "not-scanned";
                            message: string;
                        }[];
                        items: {
                            index: number;
                            text: string;
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
                    "application/json": {
                        items: {
                            id: string;
                            documentId: string;
                            name: string;
                            kind: string;
                            version: number;
                            person: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            what: "download" | "read" | "text" | "comparison";
                            at: string;
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
                    "application/json": {
                        items: {
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
                        }[];
                        next: string | null;
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
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "pending" | "done" | "failed";
                            code: string | null;
                            message: string | null;
                            left: {
                                documentId: string;
                                kind: string;
                                name: string;
                                version: number;
                                round: number;
                                sha256: string;
                                pages: number | null;
                            };
                            right: {
                                documentId: string;
                                kind: string;
                                name: string;
                                version: number;
                                round: number;
                                sha256: string;
                                pages: number | null;
                            };
                            /** @enum {string|null} */
                            basis: "text" | "pages" | null;
                            differences: number | null;
                            askedBy: {
                                id: string;
                                name: string;
                            };
                            askedAt: string;
                            finishedAt: string | null;
                            accepted: {
                                by: {
                                    id: string;
                                    name: string;
                                };
                                at: string;
                                reason: string | null;
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
                "application/json": {
                    /** Format: uuid */
                    left: string;
                    /** Format: uuid */
                    right: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "pending" | "done" | "failed";
                        code: string | null;
                        message: string | null;
                        left: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        right: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        /** @enum {string|null} */
                        basis: "text" | "pages" | null;
                        differences: number | null;
                        askedBy: {
                            id: string;
                            name: string;
                        };
                        askedAt: string;
                        finishedAt: string | null;
                        accepted: {
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            reason: string | null;
                        } | null;
                        hunks: {
                            left: number | null;
                            right: number | null;
                            spans: {
                                /** @enum {string} */
                                kind: "same" | "removed" | "added";
                                text: string;
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
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "pending" | "done" | "failed";
                        code: string | null;
                        message: string | null;
                        left: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        right: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        /** @enum {string|null} */
                        basis: "text" | "pages" | null;
                        differences: number | null;
                        askedBy: {
                            id: string;
                            name: string;
                        };
                        askedAt: string;
                        finishedAt: string | null;
                        accepted: {
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            reason: string | null;
                        } | null;
                        hunks: {
                            left: number | null;
                            right: number | null;
                            spans: {
                                /** @enum {string} */
                                kind: "same" | "removed" | "added";
                                text: string;
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
                "application/json": {
                    reason?: string;
                    checkedByHand?: boolean;
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
                        /** @enum {string} */
                        state: "pending" | "done" | "failed";
                        code: string | null;
                        message: string | null;
                        left: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        right: {
                            documentId: string;
                            kind: string;
                            name: string;
                            version: number;
                            round: number;
                            sha256: string;
                            pages: number | null;
                        };
                        /** @enum {string|null} */
                        basis: "text" | "pages" | null;
                        differences: number | null;
                        askedBy: {
                            id: string;
                            name: string;
                        };
                        askedAt: string;
                        finishedAt: string | null;
                        accepted: {
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            reason: string | null;
                        } | null;
                        hunks: {
                            left: number | null;
                            right: number | null;
                            spans: {
                                /** @enum {string} */
                                kind: "same" | "removed" | "added";
                                text: string;
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
                    "application/json": {
                        items: {
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
                            enteredBy: {
                                id: string;
                                name: string;
                            };
                            enteredAt: string;
                            voided: {
                                by: {
                                    id: string;
                                    name: string;
                                };
                                at: string;
                                reason: string;
                            } | null;
                        }[];
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
                "application/json": {
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
                        enteredBy: {
                            id: string;
                            name: string;
                        };
                        enteredAt: string;
                        voided: {
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            reason: string;
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
                "application/json": {
                    reason: string;
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
                        enteredBy: {
                            id: string;
                            name: string;
                        };
                        enteredAt: string;
                        voided: {
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            reason: string;
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
                    "application/json": {
                        year: number;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        };
                        template: {
                            version: number;
                            name: string;
                        };
                        frozenAt: string | null;
                        revision: number | null;
                        figures: {
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
                        }[];
                        missing: {
                            key: string;
                            label: string;
                            reason: string;
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
                    "application/json": {
                        items: {
                            version: number;
                            name: string;
                            size: number;
                            sha256: string;
                            current: boolean;
                            restoredFrom: number | null;
                            uploadedBy: {
                                id: string;
                                name: string;
                            } | null;
                            uploadedAt: string | null;
                        }[];
                        placeholders: {
                            key: string;
                            label: string;
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
                    "application/json": {
                        version: number;
                        name: string;
                        size: number;
                        sha256: string;
                        current: boolean;
                        restoredFrom: number | null;
                        uploadedBy: {
                            id: string;
                            name: string;
                        } | null;
                        uploadedAt: string | null;
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
                    "application/json": {
                        name: string;
                        size: number;
                        sha256: string;
                        ok: boolean;
                        problems: {
                            where: string;
                            message: string;
                        }[];
                        placeholders: {
                            key: string;
                            label: string;
                            known: boolean;
                            times: number;
                        }[];
                        left: {
                            key: string;
                            label: string;
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
                    "application/json": {
                        version: number;
                        name: string;
                        size: number;
                        sha256: string;
                        current: boolean;
                        restoredFrom: number | null;
                        uploadedBy: {
                            id: string;
                            name: string;
                        } | null;
                        uploadedAt: string | null;
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
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
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
                    "application/json": {
                        year: number;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        };
                        category: string | null;
                        stages: {
                            /** @enum {string} */
                            key: "accepting" | "review" | "filing";
                            label: string;
                        }[];
                        months: {
                            month: number;
                            received: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            concluded: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                        }[];
                        total: {
                            concluded: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            overdue: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            urgent: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            onTimeRate: number | null;
                            onTimeRateLastYear: number | null;
                            adoption: {
                                full: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                partial: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                none: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                pending: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                            };
                            adoptionRate: number | null;
                            adoptionRateLastYear: number | null;
                            workingDays: {
                                accepting: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                                review: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                                filing: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                            };
                            received: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            returned: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            declined: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            withdrawn: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                        };
                        categories: {
                            concluded: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            overdue: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            urgent: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            onTimeRate: number | null;
                            onTimeRateLastYear: number | null;
                            adoption: {
                                full: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                partial: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                none: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                                pending: {
                                    value: number;
                                    lastYear: number;
                                    change: number | null;
                                    list: string;
                                };
                            };
                            adoptionRate: number | null;
                            adoptionRateLastYear: number | null;
                            workingDays: {
                                accepting: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                                review: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                                filing: {
                                    cases: number;
                                    mean: number | null;
                                    p90: number | null;
                                };
                            };
                            category: string;
                            label: string;
                            unit: string;
                            received: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            returned: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            declined: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                            withdrawn: {
                                value: number;
                                lastYear: number;
                                change: number | null;
                                list: string;
                            };
                        }[];
                        reviewers: {
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
                        }[];
                        advisers: {
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
                    "application/json": {
                        year: number;
                        organisation: {
                            id: string;
                            code: string;
                            name: string;
                            kind: string;
                        };
                        category: string | null;
                        items: {
                            category: string;
                            categoryLabel: string;
                            state: string;
                            stage: string | null;
                            stays: number;
                            median: number | null;
                            p90: number | null;
                            waiting: number;
                            list: string;
                        }[];
                        cases: number;
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
                    "application/json": {
                        items: {
                            id: string;
                            organisation: {
                                id: string;
                                code: string;
                                name: string;
                            };
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
                            /** @enum {string|null} */
                            adoption: "full" | "partial" | "none" | "pending" | null;
                            overdue: boolean;
                            urgent: boolean;
                            workingDays: number | null;
                        }[];
                        next: string | null;
                        total: {
                            count: number;
                            exact: boolean;
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
                    "application/json": {
                        items: {
                            name: string;
                            shared: boolean;
                            columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
                            filters: {
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
                            /** @enum {string} */
                            sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
                            id: string;
                            owner: {
                                id: string;
                                name: string;
                            };
                            own: boolean;
                            updatedAt: string;
                        }[];
                        columns: {
                            /** @enum {string} */
                            key: "serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note";
                            label: string;
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
    RegisterEntriesController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    shared: boolean;
                    columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
                    filters: {
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
                    /** @enum {string} */
                    sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
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
                        name: string;
                        shared: boolean;
                        columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
                        filters: {
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
                        /** @enum {string} */
                        sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
                        id: string;
                        owner: {
                            id: string;
                            name: string;
                        };
                        own: boolean;
                        updatedAt: string;
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
                "application/json": {
                    name: string;
                    shared: boolean;
                    columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
                    filters: {
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
                    /** @enum {string} */
                    sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
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
                        name: string;
                        shared: boolean;
                        columns: ("serial" | "receivedOn" | "unit" | "title" | "category" | "acceptedOn" | "reviewer" | "adviser" | "conclusion" | "number" | "concludedOn" | "filedOn" | "status" | "note")[];
                        filters: {
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
                        /** @enum {string} */
                        sort: "receivedOn" | "-receivedOn" | "acceptedOn" | "-acceptedOn" | "concludedOn" | "-concludedOn" | "filedOn" | "-filedOn";
                        id: string;
                        owner: {
                            id: string;
                            name: string;
                        };
                        own: boolean;
                        updatedAt: string;
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
                        attachments: {
                            id: string;
                            name: string;
                            size: number;
                            sha256: string;
                            attachedBy: {
                                id: string;
                                name: string;
                            };
                            attachedAt: string;
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
                        attachments: {
                            id: string;
                            name: string;
                            size: number;
                            sha256: string;
                            attachedBy: {
                                id: string;
                                name: string;
                            };
                            attachedAt: string;
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
                            attachments: {
                                id: string;
                                name: string;
                                size: number;
                                sha256: string;
                                attachedBy: {
                                    id: string;
                                    name: string;
                                };
                                attachedAt: string;
                            }[];
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
                    "application/json": {
                        id: string;
                        name: string;
                        size: number;
                        sha256: string;
                        attachedBy: {
                            id: string;
                            name: string;
                        };
                        attachedAt: string;
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
                    "application/json": {
                        items: {
                            id: string;
                            organisation: {
                                id: string;
                                name: string;
                            };
                            seq: number;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
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
                    "application/json": {
                        items: {
                            seq: number;
                            type: string;
                            label: string;
                            at: string;
                            actor: {
                                id: string;
                                name: string;
                            } | null;
                            hash: string;
                        }[];
                        /** @enum {string|null} */
                        next: null;
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
                    "application/json": {
                        id: string;
                        requestedAt: string;
                        requestedBy: {
                            id: string;
                            name: string;
                        };
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
                    "application/json": {
                        id: string;
                        requestedAt: string;
                        requestedBy: {
                            id: string;
                            name: string;
                        };
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
                    "application/json": {
                        items: {
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
                            signer: {
                                id: string;
                                name: string;
                            } | null;
                            madeAt: string | null;
                        }[];
                        next: string | null;
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
            409: {
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
            422: {
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
                "application/json": {
                    kind: string;
                    /**
                     * @default docx
                     * @enum {string}
                     */
                    format?: "docx" | "pdf";
                    payload?: unknown;
                };
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
            409: {
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
            422: {
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
            409: {
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
            503: {
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
                    "application/json": {
                        pdf: boolean;
                    };
                };
            };
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
                    "application/json": {
                        /** @enum {string} */
                        status: "empty" | "draft" | "signed";
                        round: number;
                        signed: {
                            opinion: string;
                            by: {
                                id: string;
                                name: string;
                            };
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
                                sources: {
                                    ref: string;
                                    opinion: string;
                                    act: string;
                                    by: {
                                        id: string;
                                        name: string;
                                    };
                                    point: number | null;
                                }[];
                            }[];
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
                    "application/json": {
                        items: {
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
                                uploadedBy: {
                                    id: string;
                                    name: string;
                                };
                                uploadedAt: string;
                            }[];
                            choices: {
                                version: number;
                                reason: string;
                                chosenBy: {
                                    id: string;
                                    name: string;
                                };
                                chosenAt: string;
                            }[];
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
                    "application/json": {
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
                            uploadedBy: {
                                id: string;
                                name: string;
                            };
                            uploadedAt: string;
                        }[];
                        choices: {
                            version: number;
                            reason: string;
                            chosenBy: {
                                id: string;
                                name: string;
                            };
                            chosenAt: string;
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
                "application/json": {
                    version: number;
                    reason: string;
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
                            uploadedBy: {
                                id: string;
                                name: string;
                            };
                            uploadedAt: string;
                        }[];
                        choices: {
                            version: number;
                            reason: string;
                            chosenBy: {
                                id: string;
                                name: string;
                            };
                            chosenAt: string;
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
            403: {
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
            409: {
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
            422: {
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
            403: {
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
            422: {
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
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            year: number;
                            number: number;
                            text: string;
                            purpose: string;
                            caseId: string;
                            caseTitle: string;
                            organisation: {
                                code: string;
                                name: string;
                            };
                            takenAt: string;
                            voidReason: string | null;
                            voidedBy: string | null;
                            voidedAt: string | null;
                        }[];
                        next: string | null;
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
                    "application/json": {
                        items: {
                            organisation: {
                                code: string;
                                name: string;
                            };
                            code: string;
                            year: number;
                            purposes: string[];
                            last: number;
                            given: number;
                            voided: number;
                        }[];
                        next: string | null;
                    };
                };
            };
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
                "application/json": {
                    reason: string;
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
                        code: string;
                        year: number;
                        number: number;
                        text: string;
                        purpose: string;
                        caseId: string;
                        caseTitle: string;
                        organisation: {
                            code: string;
                            name: string;
                        };
                        takenAt: string;
                        voidReason: string | null;
                        voidedBy: string | null;
                        voidedAt: string | null;
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
                    "application/json": {
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
                "application/json": {
                    pages: {
                        /** Format: uuid */
                        id: string;
                        pages: number;
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
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                            category: string;
                            categoryLabel: string;
                            organisation: {
                                id: string;
                                path: string;
                            };
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
                        }[];
                        next: string | null;
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
                    "application/json": {
                        items: {
                            id: string;
                            receiver: string;
                            note: string | null;
                            cases: number;
                            by: {
                                id: string;
                                name: string;
                            };
                            at: string;
                            name: string;
                        }[];
                        next: string | null;
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
                "application/json": {
                    caseIds: string[];
                    receiver: string;
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
                        receiver: string;
                        note: string | null;
                        cases: number;
                        by: {
                            id: string;
                            name: string;
                        };
                        at: string;
                        name: string;
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
                    "application/json": {
                        items: {
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
                            askedBy: {
                                id: string;
                                name: string;
                            };
                            askedAt: string;
                            madeAt: string | null;
                            expiresAt: string | null;
                            downloads: {
                                person: {
                                    id: string;
                                    name: string;
                                };
                                at: string;
                            }[];
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
                "application/json": {
                    caseIds?: string[];
                    /** @description 按类别、状态、审结年份或者机关选取案件 */
                    filter?: {
                        category?: string;
                        /** @enum {string} */
                        status?: "active" | "done";
                        year?: number;
                        organisation?: string;
                    };
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
                        askedBy: {
                            id: string;
                            name: string;
                        };
                        askedAt: string;
                        madeAt: string | null;
                        expiresAt: string | null;
                        downloads: {
                            person: {
                                id: string;
                                name: string;
                            };
                            at: string;
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
                    "application/json": {
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
                        askedBy: {
                            id: string;
                            name: string;
                        };
                        askedAt: string;
                        madeAt: string | null;
                        expiresAt: string | null;
                        downloads: {
                            person: {
                                id: string;
                                name: string;
                            };
                            at: string;
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": {
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
                    "application/zip": {
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
                    "application/zip": {
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
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": {
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
                    "application/json": {
                        verified: boolean;
                        count: number;
                        lastHash: string;
                        firstBad: {
                            seq: number;
                            reason: string;
                        } | null;
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
}
