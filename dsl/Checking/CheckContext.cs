using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>What the passes of one check share: the text as read, what was found, and what earlier passes bound.</summary>
internal sealed class CheckContext
{
    private readonly Dictionary<string, FieldSlot> slots = [];

    public CheckContext(string text, ProgramSyntax syntax, Vocabulary vocabulary, DiagnosticBag bag)
    {
        Text = text;
        Syntax = syntax;
        Vocabulary = vocabulary;
        Bag = bag;
    }

    public string Text { get; }

    public ProgramSyntax Syntax { get; }

    public DiagnosticBag Bag { get; }

    /// <summary>The environment's fields, and those that the program adds.</summary>
    public Vocabulary Vocabulary { get; set; }

    public string Currency { get; set; } = "USD";

    public Rounding Rounding { get; set; } = new(2, true);

    public FiscalYear FiscalYear { get; set; } = FiscalYear.Calendar;

    public List<string> Roles { get; } = [];

    public List<CreditRule> Credits { get; } = [];

    public List<CommissionRule> Commissions { get; } = [];

    public List<ClawbackRule> Clawbacks { get; } = [];

    public List<TierRule> Tiers { get; } = [];

    /// <summary>The fields that the program adds to the vocabulary.</summary>
    public List<FieldDefinition> AddedFields { get; } = [];

    public Condition? Churn { get; set; }

    public RegistrationTerms? Registration { get; set; }

    public IReadOnlyCollection<FieldSlot> Slots => slots.Values;

    /// <summary>A context with the same names, whose findings and rules are its own.</summary>
    public CheckContext Aside(DiagnosticBag bag)
    {
        var aside = new CheckContext(Text, Syntax, Vocabulary, bag) { Currency = Currency, Rounding = Rounding, FiscalYear = FiscalYear };
        aside.Roles.AddRange(Roles);
        return aside;
    }

    /// <summary>The place where the values of a field are kept for the rules that read it.</summary>
    public FieldSlot Slot(FieldDefinition field)
    {
        if (!slots.TryGetValue(field.Path, out var slot))
            slots[field.Path] = slot = new FieldSlot(slots.Count, field);
        return slot;
    }

    /// <summary>The field that a misspelt name was meant to be; a name without its owner is looked for under every owner.</summary>
    public string? NearestField(string name)
    {
        var paths = Vocabulary.Fields.Select(field => field.Path);
        return name.IndexOf('.') >= 0
            ? Bag.Nearest(name, paths)
            : Bag.Nearest(name, paths.Select(path => path.Substring(path.IndexOf('.') + 1))) is { } last
                ? paths.First(path => path.EndsWith("." + last, System.StringComparison.Ordinal))
                : null;
    }

    /// <summary>Whether a rule of that name stands in the text but could not be read, so that it is no error to name it.</summary>
    public bool IsUnread(string kind, string name) => Syntax.Unread.Contains((kind, name));

    /// <summary>The text of a range on one line, with single blanks and without comments.</summary>
    public string Slice(TextRange range)
    {
        var slice = new StringBuilder(range.Length);
        var quoted = false;
        var comment = false;
        foreach (var c in Text.Substring(range.Offset, range.Length))
        {
            quoted ^= c == '"' && !comment;
            comment = (comment || (c == '#' && !quoted)) && c is not ('\n' or '\r');
            if (comment)
                continue;
            if (!char.IsWhiteSpace(c))
                slice.Append(c);
            else if (slice.Length > 0 && slice[slice.Length - 1] != ' ')
                slice.Append(' ');
        }
        return slice.ToString();
    }
}
