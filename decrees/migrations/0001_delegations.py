import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import policies.common.constraints
import policies.common.fields
import policies.common.models
import policies.common.validators
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '__first__'),
        ('policies', '0001_register'),
    ]

    operations = [
        migrations.CreateModel(
            name='Circular',
            fields=[
            ],
            options={
                'verbose_name': 'thông tư',
                'verbose_name_plural': 'thông tư',
                'proxy': True,
            },
            bases=('policies.document',),
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
            ],
            options={
                'verbose_name': 'quyết định',
                'verbose_name_plural': 'quyết định',
                'proxy': True,
            },
            bases=('policies.document',),
        ),
        migrations.CreateModel(
            name='Decree',
            fields=[
            ],
            options={
                'verbose_name': 'nghị định',
                'verbose_name_plural': 'nghị định',
                'proxy': True,
            },
            bases=('policies.document',),
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(help_text='Chữ thường không dấu, số và dấu gạch nối; không bao giờ dùng lại.', max_length=200, unique=True, validators=[policies.common.validators.public_slug], verbose_name='định danh công khai')),
                ('state', models.CharField(choices=policies.common.models.RecordState.pairs, default='draft', help_text='Chỉ bản ghi đã công bố mới hiện ra ngoài.', max_length=10, verbose_name='tình trạng biên tập')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='tạo lúc')),
                ('modified_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Chỉ đổi khi nội dung thực sự đổi.', verbose_name='sửa lúc')),
                ('matter', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='nội dung được giao')),
                ('matter_en', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='nội dung (tiếng Anh)')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='thời hạn')),
                ('due_precision', policies.common.fields.PrecisionField(blank=True, choices=policies.common.fields.DatePrecision.pairs, default='', help_text='Bắt buộc khi có ngày: ngày, tháng, quý hay năm.', max_length=7, verbose_name='độ chính xác của ngày')),
                ('note', policies.common.fields.Text(blank=True, default='', max_length=5000, validators=[policies.common.validators.clean_text], verbose_name='ghi chú')),
                ('due_on_order', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('due_on', models.Value(datetime.date(9999, 12, 31))), output_field=models.DateField())),
                ('search_text', policies.common.fields.FoldedField('matter', 'matter_en', 'note', default='', editable=False)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='policies.agency', verbose_name='cơ quan được giao')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='policies.document', verbose_name='văn bản giao')),
                ('fulfilled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fulfilled_delegations', to='policies.document', verbose_name='văn bản đã quy định')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='policies.provision', verbose_name='điều khoản giao')),
            ],
            options={
                'verbose_name': 'nội dung giao quy định chi tiết',
                'verbose_name_plural': 'nội dung giao quy định chi tiết',
                'ordering': ['slug'],
                'indexes': [models.Index(fields=['state', 'modified_at', 'id'], name='delegation_modified'), models.Index(fields=['state', 'slug'], name='delegation_published'), models.Index(fields=['state', 'due_on_order', 'id'], name='delegation_by_day')],
                'constraints': [policies.common.constraints.HeldByDatabase(condition=models.Q(('slug', ''), _negated=True), name='delegation_slug_not_blank'), policies.common.constraints.HeldByDatabase(condition=models.Q(('state__in', ['draft', 'in_review', 'published', 'withdrawn'])), name='delegation_state_code'), policies.common.constraints.HeldByDatabase(condition=models.Q(('matter', ''), _negated=True), name='delegation_matter_not_blank'), policies.common.constraints.HeldByDatabase(condition=models.Q(('due_precision__in', ['day', 'month', 'quarter', 'year', ''])), name='delegation_due_precision_code'), models.CheckConstraint(condition=models.Q(models.Q(('due_on__isnull', True), ('due_precision', '')), models.Q(('due_on__isnull', False), models.Q(('due_precision', ''), _negated=True)), _connector='OR'), name='delegation_due_on_precision', violation_error_code='precision', violation_error_message='Ngày và độ chính xác phải đi cùng nhau.'), models.CheckConstraint(condition=models.Q(('fulfilled_by__isnull', True), models.Q(('fulfilled_by', models.F('document')), _negated=True), _connector='OR'), name='delegation_two_documents', violation_error_code='itself', violation_error_message='Văn bản giao không thể tự quy định chi tiết cho mình.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalDelegation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('slug', models.CharField(db_index=True, help_text='Chữ thường không dấu, số và dấu gạch nối; không bao giờ dùng lại.', max_length=200, validators=[policies.common.validators.public_slug], verbose_name='định danh công khai')),
                ('state', models.CharField(choices=policies.common.models.RecordState.pairs, default='draft', help_text='Chỉ bản ghi đã công bố mới hiện ra ngoài.', max_length=10, verbose_name='tình trạng biên tập')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='tạo lúc')),
                ('modified_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Chỉ đổi khi nội dung thực sự đổi.', verbose_name='sửa lúc')),
                ('matter', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='nội dung được giao')),
                ('matter_en', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='nội dung (tiếng Anh)')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='thời hạn')),
                ('due_precision', policies.common.fields.PrecisionField(blank=True, choices=policies.common.fields.DatePrecision.pairs, default='', help_text='Bắt buộc khi có ngày: ngày, tháng, quý hay năm.', max_length=7, verbose_name='độ chính xác của ngày')),
                ('note', policies.common.fields.Text(blank=True, default='', max_length=5000, validators=[policies.common.validators.clean_text], verbose_name='ghi chú')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='policies.agency', verbose_name='cơ quan được giao')),
                ('document', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='policies.document', verbose_name='văn bản giao')),
                ('fulfilled_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='policies.document', verbose_name='văn bản đã quy định')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='policies.provision', verbose_name='điều khoản giao')),
            ],
            options={
                'verbose_name': 'historical nội dung giao quy định chi tiết',
                'verbose_name_plural': 'historical nội dung giao quy định chi tiết',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='DelegationCitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(help_text='Chữ thường không dấu, số và dấu gạch nối; không bao giờ dùng lại.', max_length=200, unique=True, validators=[policies.common.validators.public_slug], verbose_name='định danh công khai')),
                ('state', models.CharField(choices=policies.common.models.RecordState.pairs, default='draft', help_text='Chỉ bản ghi đã công bố mới hiện ra ngoài.', max_length=10, verbose_name='tình trạng biên tập')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='tạo lúc')),
                ('modified_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Chỉ đổi khi nội dung thực sự đổi.', verbose_name='sửa lúc')),
                ('locator', models.CharField(help_text='Điều khoản hoặc đoạn trong nguồn, ví dụ Điều 11 hoặc đoạn 26.', max_length=120, verbose_name='vị trí')),
                ('field', models.CharField(blank=True, default='', help_text='Trường mà nguồn nói đến; để trống nếu cả bản ghi.', max_length=40, verbose_name='trường')),
                ('agrees', models.BooleanField(default=True, help_text='Bỏ chọn nếu nguồn cho giá trị khác.', verbose_name='khớp')),
                ('claimed_value', policies.common.fields.Text(blank=True, default='', max_length=500, validators=[policies.common.validators.clean_text], verbose_name='giá trị nguồn nêu')),
                ('reason', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='lý do giữ giá trị của sổ')),
                ('note', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='ghi chú')),
                ('search_text', policies.common.fields.FoldedField('locator', 'claimed_value', 'reason', 'note', default='', editable=False)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='decrees.delegation', verbose_name='nội dung giao')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='policies.source', verbose_name='nguồn')),
            ],
            options={
                'verbose_name': 'trích dẫn nguồn về nội dung giao',
                'verbose_name_plural': 'trích dẫn nguồn về nội dung giao',
                'ordering': ['slug'],
                'indexes': [models.Index(fields=['state', 'modified_at', 'id'], name='deleg_citation_modified'), models.Index(fields=['state', 'slug'], name='deleg_citation_published')],
                'constraints': [policies.common.constraints.HeldByDatabase(condition=models.Q(('slug', ''), _negated=True), name='deleg_citation_slug_not_blank'), policies.common.constraints.HeldByDatabase(condition=models.Q(('state__in', ['draft', 'in_review', 'published', 'withdrawn'])), name='deleg_citation_state_code'), policies.common.constraints.HeldByDatabase(condition=models.Q(('locator', ''), _negated=True), name='deleg_citation_locator_not_blank'), models.CheckConstraint(condition=models.Q(models.Q(('agrees', True), ('claimed_value', ''), ('reason', '')), models.Q(('agrees', False), models.Q(('claimed_value', ''), _negated=True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='deleg_citation_dissent_explained', violation_error_code='dissent', violation_error_message='Nguồn không khớp phải ghi giá trị nguồn nêu và lý do; nguồn khớp thì không.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalDelegationCitation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('slug', models.CharField(db_index=True, help_text='Chữ thường không dấu, số và dấu gạch nối; không bao giờ dùng lại.', max_length=200, validators=[policies.common.validators.public_slug], verbose_name='định danh công khai')),
                ('state', models.CharField(choices=policies.common.models.RecordState.pairs, default='draft', help_text='Chỉ bản ghi đã công bố mới hiện ra ngoài.', max_length=10, verbose_name='tình trạng biên tập')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='tạo lúc')),
                ('modified_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Chỉ đổi khi nội dung thực sự đổi.', verbose_name='sửa lúc')),
                ('locator', models.CharField(help_text='Điều khoản hoặc đoạn trong nguồn, ví dụ Điều 11 hoặc đoạn 26.', max_length=120, verbose_name='vị trí')),
                ('field', models.CharField(blank=True, default='', help_text='Trường mà nguồn nói đến; để trống nếu cả bản ghi.', max_length=40, verbose_name='trường')),
                ('agrees', models.BooleanField(default=True, help_text='Bỏ chọn nếu nguồn cho giá trị khác.', verbose_name='khớp')),
                ('claimed_value', policies.common.fields.Text(blank=True, default='', max_length=500, validators=[policies.common.validators.clean_text], verbose_name='giá trị nguồn nêu')),
                ('reason', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='lý do giữ giá trị của sổ')),
                ('note', policies.common.fields.Text(blank=True, default='', max_length=1000, validators=[policies.common.validators.clean_text], verbose_name='ghi chú')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('delegation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='decrees.delegation', verbose_name='nội dung giao')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='policies.source', verbose_name='nguồn')),
            ],
            options={
                'verbose_name': 'historical trích dẫn nguồn về nội dung giao',
                'verbose_name_plural': 'historical trích dẫn nguồn về nội dung giao',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
