using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Rulings;

/// <summary>What a ruling says and what it rests on.</summary>
/// <param name="Version">The rules that were applied.</param>
/// <param name="RulesHash">Hash of their text.</param>
/// <param name="BusinessDate">The day as of which it was judged.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Inputs">The case as JSON.</param>
/// <param name="Result">The result as JSON.</param>
/// <param name="Derivation">Gives the derivation as JSON; asked only when the ruling is written.</param>
internal sealed record Evidence(
    EntityReference Version, string RulesHash, DateTime BusinessDate, string Summary, string Inputs, string Result, Func<string> Derivation);
