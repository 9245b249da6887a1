using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking;

/// <summary>The program line: name, currency and rounding.</summary>
internal static class HeaderPass
{
    public const int LongestName = 100;

    public static void Run(CheckContext context)
    {
        if (context.Syntax.Header is not { } header)
            return;
        CheckName(context, header.Name);
        var code = header.Currency.Text;
        context.Currency = code;
        context.Rounding = new Rounding(Currencies.MinorDigits(code), header.HalfEven ?? true);
        if (!Currencies.IsKnown(code))
            context.Bag.Add(Problems.UnknownCurrency(header.Currency.Range, code, context.Bag.Nearest(code, Currencies.Codes)));
        else if (header.Unit is { } unit && unit.Text == "cent" != (context.Rounding.Digits == 2))
            context.Bag.Add(Problems.WrongUnit(unit.Range, code, context.Rounding.Digits));
    }

    public static void CheckName(CheckContext context, Syntax.Named name)
    {
        if (name.Text.Trim().Length == 0)
            context.Bag.Add(Problems.EmptyName(name.Range));
        else if (name.Text.Length > LongestName)
            context.Bag.Add(Problems.NameTooLong(name.Range, LongestName));
    }
}
