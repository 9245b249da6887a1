using System;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Languages;

/// <summary>
/// What a person asked for can't be done. The plug-in class that answers the event tells him so in his own language, as an
/// InvalidPluginExecutionException; <see cref="Exception.Message"/> is English.
/// </summary>
/// <param name="sentence">What is wrong and what to do.</param>
internal sealed class Refusal(Sentence sentence) : Exception(Spoken.In(Language.English, sentence))
{
    public Refusal(string key, params (string Name, object Value)[] values)
        : this(new Sentence(key, values))
    {
    }

    /// <summary>What is wrong and what to do.</summary>
    public Sentence Sentence => sentence;
}
