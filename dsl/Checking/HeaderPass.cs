using System;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking;

/// <summary>The program line: name, currency and rounding.</summary>
internal static class HeaderPass
{
    public const int LongestName = 100;

    /// <summary>The months as the program names them, January first.</summary>
    public static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static void Run(CheckContext context)
    {
        if (context.Syntax.Header is not { } header)
            return;
        CheckName(context, header.Name);
        var code = header.Currency.Text;
        context.Currency = code;
        context.Rounding = new Rounding(Currencies.MinorDigits(code), header.Rounding?.HalfEven ?? true);
        if (!Currencies.IsKnown(code))
            context.Bag.Add(Problems.UnknownCurrency(header.Currency.Range, code, context.Bag.Nearest(code, Currencies.Codes)));
        else if (header.Rounding?.Unit is { } unit && unit.Text == "cent" != (context.Rounding.Digits == 2))
            context.Bag.Add(Problems.WrongUnit(unit.Range, code, context.Rounding.Digits));
        foreach (var twice in header.Clauses.GroupBy(clause => clause.Word).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.ClauseTwice(twice.Range, twice.Word));
        if (header.FiscalYear is { } year)
            BindFiscalYear(context, year.Month);
    }

    private static void BindFiscalYear(CheckContext context, Syntax.Named month)
    {
        var number = Array.IndexOf(MonthNames, month.Text) + 1;
        if (number > 0)
            context.FiscalYear = new FiscalYear(number);
        else
            context.Bag.Add(Problems.UnknownMonth(month.Range, month.Text, context.Bag.Nearest(month.Text, MonthNames)));
    }

    public static void CheckName(CheckContext context, Syntax.Named name)
    {
        if (name.Text.Trim().Length == 0)
            context.Bag.Add(Problems.EmptyName(name.Range));
        else if (name.Text.Length > LongestName)
            context.Bag.Add(Problems.NameTooLong(name.Range, LongestName));
    }
}
