using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>How one example of a program came out.</summary>
public sealed class ExampleResult
{
    private readonly Lazy<IReadOnlyList<NearMiss>> nearMisses = new(() => []);

    internal ExampleResult(
        string name, TextRange range, IReadOnlyList<Ruling> rulings, IReadOnlyList<ExampleFailure> failures)
    {
        Name = name;
        Range = range;
        Rulings = rulings;
        Failures = failures;
    }

    /// <summary>The example's name.</summary>
    public string Name { get; }

    /// <summary>The example in the text.</summary>
    public TextRange Range { get; }

    /// <summary>What its case comes to; none where the facts that it gives make no case.</summary>
    public IReadOnlyList<Ruling> Rulings { get; }

    /// <summary>The expectations that are not met.</summary>
    public IReadOnlyList<ExampleFailure> Failures { get; }

    /// <summary>What was nearly otherwise, nearest first; found when asked for.</summary>
    public IReadOnlyList<NearMiss> NearMisses => nearMisses.Value;

    /// <summary>Finds <see cref="NearMisses"/>.</summary>
    internal Func<IReadOnlyList<NearMiss>> Missed
    {
        init => nearMisses = new Lazy<IReadOnlyList<NearMiss>>(value);
    }

    /// <summary>Whether it could be run and everything came out as expected.</summary>
    public bool Passed => Rulings.Count > 0 && Failures.Count == 0;
}

/// <summary>An expectation of an example that is not met.</summary>
/// <param name="Range">The expectation in the text.</param>
/// <param name="Message">What is expected and what comes out, as half a sentence.</param>
public sealed record ExampleFailure(TextRange Range, string Message);
