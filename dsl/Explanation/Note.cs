using System;
using System.Collections.Generic;
using System.Globalization;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>What stands on a <see cref="Trace"/>: the beginning of a step, or a value of it and how it is written.</summary>
internal enum NoteKind : byte
{
    Step,
    Text,
    Number,
    AsGiven,
    Fraction,
    Percent,
    Day,
    Month,
    Written,
    Reason,
}

/// <summary>One place of a <see cref="Trace"/>.</summary>
internal struct Note
{
    public string Name;
    public NoteKind Kind;

    /// <summary>Of a step: the place from which on all led to it.</summary>
    public int Since;

    /// <summary>The text, or what makes it.</summary>
    public object Source;

    public Rational Number;

    /// <summary>Writes the value as derivations hold it.</summary>
    public readonly void WriteTo(List<string> namesAndValues)
    {
        if (Kind != NoteKind.Reason)
        {
            Put(namesAndValues, Name, Text());
            return;
        }
        foreach (var (name, value) in InnerSentence.Values(Name, ((IReason)Source).Reason()))
            Put(namesAndValues, name, value);
    }

    // A test may read a field twice.
    private static void Put(List<string> namesAndValues, string name, string value)
    {
        for (var i = 0; i < namesAndValues.Count; i += 2)
        {
            if (namesAndValues[i] == name)
            {
                namesAndValues[i + 1] = value;
                return;
            }
        }
        namesAndValues.Add(name);
        namesAndValues.Add(value);
    }

    private readonly string Text() => Kind switch
    {
        NoteKind.Text => (string)Source,
        // The same number gives the same text, however many zeros it ends with.
        NoteKind.Number => NumberText.Shortest(Decimal()),
        NoteKind.AsGiven => Decimal().ToString(CultureInfo.InvariantCulture),
        // A fraction without an end is shown with ten decimals.
        NoteKind.Fraction => Number.ToText(10),
        NoteKind.Percent => (Number * 100).ToText(10),
        NoteKind.Day => FieldValue.OfDate(new DateTime((long)Decimal() * TimeSpan.TicksPerDay)).ToString(),
        NoteKind.Month => default(Month).AddMonths((int)Decimal()).ToString(),
        _ => ((Func<decimal, string>)Source)(Decimal()),
    };

    private readonly decimal Decimal() => Number.TryDecimal(out var value) ? value : 0;
}
