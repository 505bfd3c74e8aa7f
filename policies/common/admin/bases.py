"""Django's admin classes as ours extend them.

The type checker wants them generic; at run time they are not.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from simple_history.admin import SimpleHistoryAdmin

if TYPE_CHECKING:
    AnyAdmin = BaseModelAdmin[Any]
    PlainAdmin = admin.ModelAdmin[Any]
    HistoryAdmin = admin.ModelAdmin[Any]
    TabularInline = admin.TabularInline[Any, Any]
    ModelForm = forms.ModelForm[Any]
    ModelChoiceField = forms.ModelChoiceField[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    AnyAdmin = BaseModelAdmin
    PlainAdmin = admin.ModelAdmin
    HistoryAdmin = SimpleHistoryAdmin
    TabularInline = admin.TabularInline
    ModelForm = forms.ModelForm
    ModelChoiceField = forms.ModelChoiceField
    InlineFormSet = forms.BaseInlineFormSet
