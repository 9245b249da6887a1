using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Disputes;

/// <summary>What a dispute is about.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Partner">Whose it is; none for the part of a deal that stays with the house.</param>
/// <param name="Program">The program that it belongs to.</param>
/// <param name="Opportunity">The deal behind it, if there is one.</param>
/// <param name="Since">The day from which the time to object runs; none while it doesn't run.</param>
internal sealed record DisputeSubject(string Name, Guid? Partner, EntityReference? Program, EntityReference? Opportunity, DateTime? Since);
