using System;
using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>
/// The steps of a derivation as they happen: a tape of named values, which costs little to write and can be reused. Texts and
/// the tree of <see cref="Finding"/>s are made of it when somebody asks. A step is noted after the steps that led to it.
/// </summary>
internal sealed class Trace
{
    private Note[] notes = new Note[64];

    /// <summary>The place on the tape from which a step noted later can gather what led to it.</summary>
    public int Here { get; private set; }

    public void Clear() => Here = 0;

    /// <summary>A step without steps below; its values follow.</summary>
    public Trace Step(string kind) => Step(kind, Here);

    /// <summary>A step to which everything since a place on the tape led; its values follow.</summary>
    public Trace Step(string kind, int since)
    {
        ref var note = ref Next(kind, NoteKind.Step);
        note.Since = since;
        return this;
    }

    public Trace Add(string name, string text)
    {
        Next(name, NoteKind.Text).Source = text;
        return this;
    }

    /// <summary>A number, written without zeros at the end.</summary>
    public Trace Add(string name, decimal number)
    {
        Next(name, NoteKind.Number).Number = number;
        return this;
    }

    /// <summary>A fraction, written with ten decimals at most.</summary>
    public Trace Add(string name, in Rational fraction)
    {
        Next(name, NoteKind.Fraction).Number = fraction;
        return this;
    }

    /// <summary>A rate, written in percent with ten decimals at most.</summary>
    public Trace Percent(string name, in Rational rate)
    {
        Next(name, NoteKind.Percent).Number = rate;
        return this;
    }

    /// <summary>A number as people are shown it: days, rates and amounts each in their own way.</summary>
    public Trace Add(string name, decimal number, Func<decimal, string> write)
    {
        ref var note = ref Next(name, NoteKind.Written);
        note.Number = number;
        note.Source = write;
        return this;
    }

    /// <summary>A step inside this one's values, see <see cref="InnerSentence"/>; it is made when the findings are.</summary>
    public Trace Inner(string name, IReason reason)
    {
        Next(name, NoteKind.Reason).Source = reason;
        return this;
    }

    /// <summary>What a field held.</summary>
    public Trace Add(string name, FieldValue value) => value switch
    {
        { IsKnown: false } => Add(name, value.ToString()),
        { Type: FieldType.Date } => AddAs(NoteKind.Day, name, value.Quantity),
        { Type: FieldType.Money or FieldType.Number or FieldType.Percent } => AddAs(NoteKind.AsGiven, name, value.Quantity),
        _ => Add(name, value.AsName),
    };

    public Trace Add(string name, DateTime day) => Add(name, FieldValue.OfDate(day));

    public Trace Add(string name, Month month) => AddAs(NoteKind.Month, name, month.MonthsSince(default));

    /// <summary>The steps that led to no other, each with those that led to it.</summary>
    public List<Finding> Findings()
    {
        var made = new List<Finding>();
        var places = new List<int>();
        var values = new List<string>();
        for (var i = 0; i < Here;)
        {
            var step = i++;
            values.Clear();
            for (; i < Here && notes[i].Kind != NoteKind.Step; i++)
                notes[i].WriteTo(values);
            var first = places.Count;
            while (first > 0 && places[first - 1] >= notes[step].Since)
                first--;
            Finding[]? children = null;
            if (first < places.Count)
            {
                children = new Finding[places.Count - first];
                made.CopyTo(first, children, 0, children.Length);
                made.RemoveRange(first, children.Length);
                places.RemoveRange(first, children.Length);
            }
            made.Add(new Finding(notes[step].Name, values.Count == 0 ? null : new FindingValues([.. values]), children));
            places.Add(step);
        }
        return made;
    }

    private Trace AddAs(NoteKind kind, string name, decimal number)
    {
        Next(name, kind).Number = number;
        return this;
    }

    private ref Note Next(string name, NoteKind kind)
    {
        if (Here == notes.Length)
            Array.Resize(ref notes, notes.Length * 2);
        ref var note = ref notes[Here++];
        note.Name = name;
        note.Kind = kind;
        return ref note;
    }
}
