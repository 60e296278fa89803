pane-article = المقال
pane-people = الأشخاص
pane-meetings = اللقاءات
pane-upcoming = الجلسات المرتقبة
pane-people-empty = لم يُذكر أحد
pane-meetings-empty = لا ذكر للقاءات
pane-upcoming-empty = لم يُعلن عن شيء
pane-working = القراءة جارية…

article-size = { $paragraphs ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $paragraphs } فقرات
    [many] { $paragraphs } فقرة
   *[other] { $paragraphs } فقرة
}
article-empty = لا نص هنا.
shipped-title = لقاءات أميركية روسية في جنيف
standard-input = المدخل القياسي

status-paragraph = الفقرة { $at } من { $of }
status-percent = { $percent }٪
status-walk = { $name }: { $at } من { $of }
status-on = هنا: { $name }
status-no-more = لا ذكر بعده في هذا الاتجاه
status-nothing-chosen = لم تختر شيئا للتنقل فيه: ابحث أو افتح مدخلا
status-no-mention = لا ذكر لأحد على الشاشة
status-no-jump = انتهت قائمة القفزات
doctor-sample = قرأت سلمى لأخيها (12) صفحة من كتاب NATO
doctor-question = أي سطر يقرأ صحيحا؟ رقمه، أو أي مفتاح آخر:
status-unknown-terminal = طرفية غير معروفة: إن انعكست الحروف فنفذ qari doctor
status-marks-hidden = أخفيت الحركات لأن هذه الطرفية لا تضعها في مواضعها
status-mouse-taken = الفأرة لقارئ، وللتحديد اضغط Shift
status-mouse-left = الفأرة للطرفية
status-count = { $count }×

status-harakat-auto = الحركات حيث تحسن الطرفية وضعها
status-harakat-as-written = الحركات كما كتبت
status-harakat-hidden = الحركات مخفية
status-justify-off = الأسطر غير مضبوطة
status-justify-spaces = الأسطر مضبوطة بالمسافات
status-justify-kashida = الأسطر مضبوطة بالكشيدة والمسافات
search-prompt = بحث:
search-count = { $at } من { $of }
search-many = { $at } من أكثر من { $of }
search-none = غير موجود
search-exact = بالإملاء نفسه
search-name = البحث عن «{ $query }»

peek-mention = الذكر { $at } من { $of }
peek-spellings = كما ورد: { $names }
peek-roles = الصفة: { $names }
peek-who = من: { $names }
peek-where = أين: { $place }
peek-when = متى: { $time }
peek-likely = مرجح غير منصوص عليه
peek-possible = تخمين
peek-link = { $rule ->
    [variant] إملاء آخر للاسم { $to }
    [part] جزء من الاسم { $to }
    [surname] لقب { $to }
    [given] الاسم الأول لـ { $to }
    [beside] صفة تجاور الاسم
    [again] الصفة التي أطلقت على { $to }
    [alike] صفة توافق { $to }
    [definite] يعود إلى { $to }
    [event] الحدث نفسه: { $to }
   *[other] يتصل بـ { $to }
}

event-held = انعقد
event-ongoing = جارٍ
event-scheduled = مقرر
event-expected = متوقع
event-planned = مخطط له
event-proposed = مقترح
event-no-date = بلا موعد
event-postponed = مؤجل
event-cancelled = ملغى
event-passed = فات موعده

help-title = المفاتيح
help-leave = للتمرير j k · وأي مفتاح آخر للخروج
help-moving = التنقل
help-panes = الأشخاص واللقاءات والجلسات
help-finding = البحث
help-other = غير ذلك
help-layout = تعمل المفاتيح كلها بموضعها على لوحة المفاتيح العربية أيضا. ورقم قبل المفتاح يكرره. وأثناء البحث يطلب Ctrl-f الإملاء نفسه.

key-space = المسافة
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-backspace = Backspace
key-delete = Del

command-down = سطر إلى الأمام؛ وفي القائمة المدخل التالي
command-up = سطر إلى الوراء؛ وفي القائمة المدخل السابق
command-page-down = شاشة إلى الأمام
command-page-up = شاشة إلى الوراء
command-half-down = نصف شاشة إلى الأمام
command-half-up = نصف شاشة إلى الوراء
command-top = إلى البداية؛ ومع رقم إلى تلك الفقرة
command-bottom = إلى النهاية
command-next-pane = المنطقة التالية: المقال فالأشخاص فاللقاءات فالمرتقب
command-next-pane-hint = القوائم
command-previous-pane = المنطقة السابقة
command-people = الأشخاص
command-meetings = اللقاءات
command-upcoming = الجلسات المرتقبة
command-open = من المدخل إلى ذكره، ومن الذكر إلى مدخله
command-open-hint = اذهب
command-back = مستوى إلى الوراء، إلى الحرف نفسه
command-back-hint = رجوع
command-next-mention = الذكر التالي لأي شيء؛ وفي القائمة للمدخل المختار
command-next-mention-hint = الذكر التالي
command-previous-mention = الذكر السابق
command-close-pane = إغلاق هذه القائمة؛ وتفتح ثانية بمفتاح Alt ورقمها
command-widen-panes = قوائم أعرض
command-narrow-panes = قوائم أضيق
command-zen = إخفاء القوائم أو إظهارها
command-search = بحث أثناء الكتابة، كيفما كان الإملاء
command-search-hint = بحث
command-next = التالي مما اختير آخرا: بحث أو مدخل
command-previous = السابق منه
command-jump-back = عودة إلى ما قبل القفزة
command-jump-forward = إلى الأمام ثانية
command-harakat = الحركات: حيث يمكن وضعها، مخفية، كما كتبت
command-justify = ضبط الأسطر: بلا ضبط، بالمسافات، بالكشيدة والمسافات
command-help = هذه الصفحة
command-help-hint = مساعدة
command-theme = ألوان فاتحة أو داكنة
command-mouse = أخذ الفأرة أو تركها للطرفية
command-redraw = رسم الشاشة من جديد
command-suspend = إلى الصدفة؛ والعودة بالأمر fg
command-quit = خروج
command-quit-hint = خروج
