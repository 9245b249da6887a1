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

    public void Clear()
    {
        Array.Clear(notes, 0, Here);
        Here = 0;
    }

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
        Next(name, NoteKind.Text).Text = text;
        return this;
    }

    /// <summary>A number, written without zeros at the end.</summary>
    public Trace Add(string name, decimal number)
    {
        Next(name, NoteKind.Number).Number = number;
        return this;
    }

    /// <summary>A fraction, written with ten decimals at most.</summary>
    public Trace Add(string name, Rational fraction)
    {
        Next(name, NoteKind.Fraction).Fraction = fraction;
        return this;
    }

    /// <summary>A rate, written in percent with ten decimals at most.</summary>
    public Trace Percent(string name, Rational rate)
    {
        Next(name, NoteKind.Percent).Fraction = rate;
        return this;
    }

    /// <summary>A number as people are shown it: days, rates and amounts each in their own way.</summary>
    public Trace Add(string name, decimal number, Func<decimal, string> write)
    {
        ref var note = ref Next(name, NoteKind.Written);
        note.Number = number;
        note.Write = write;
        return this;
    }

    /// <summary>A step inside this one's values, see <see cref="InnerSentence"/>.</summary>
    public Trace Inner(string name, Finding inner)
    {
        foreach (var (key, value) in InnerSentence.Values(name, inner))
            Add(key, value);
        return this;
    }

    /// <summary>What a field held.</summary>
    public Trace Add(string name, FieldValue value)
    {
        Next(name, NoteKind.Field).Field = value;
        return this;
    }

    public Trace Add(string name, DateTime day) => Add(name, FieldValue.OfDate(day));

    public Trace Add(string name, Month month) => Add(name, month.FirstDay.Ticks, MonthText);

    /// <summary>The steps that led to no other, each with those that led to it.</summary>
    public List<Finding> Findings()
    {
        var made = new List<Finding>();
        var places = new List<int>();
        for (var i = 0; i < Here;)
        {
            var step = i++;
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            for (; i < Here && notes[i].Kind != NoteKind.Step; i++)
                values[notes[i].Name] = notes[i].Written();
            var first = places.Count;
            while (first > 0 && places[first - 1] >= notes[step].Since)
                first--;
            var children = first == places.Count ? null : made.GetRange(first, places.Count - first);
            made.RemoveRange(first, places.Count - first);
            places.RemoveRange(first, places.Count - first);
            made.Add(new Finding(notes[step].Name, values, children));
            places.Add(step);
        }
        return made;
    }

    private static string MonthText(decimal ticks) => Month.Of(new DateTime((long)ticks)).ToString();

    private ref Note Next(string name, NoteKind kind)
    {
        if (Here == notes.Length)
            Array.Resize(ref notes, notes.Length * 2);
        ref var note = ref notes[Here++];
        note.Name = name;
        note.Kind = kind;
        return ref note;
    }

    private enum NoteKind : byte
    {
        Step,
        Text,
        Number,
        Fraction,
        Percent,
        Written,
        Field,
    }

    private struct Note
    {
        public string Name;
        public NoteKind Kind;
        public int Since;
        public string? Text;
        public decimal Number;
        public Rational Fraction;
        public FieldValue Field;
        public Func<decimal, string>? Write;

        public readonly string Written() => Kind switch
        {
            NoteKind.Text => Text!,
            // The same number gives the same text, however many zeros it ends with.
            NoteKind.Number => NumberText.Shortest(Number),
            // A fraction without an end is shown with ten decimals.
            NoteKind.Fraction => Fraction.ToText(10),
            NoteKind.Percent => (Fraction * 100).ToText(10),
            NoteKind.Written => Write!(Number),
            _ => Field.ToString(),
        };
    }
}
