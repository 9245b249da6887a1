using System;
using System.Collections.Generic;

namespace CrmAddon.Registration;

/// <summary>A snapshot of the row that a step is given.</summary>
/// <param name="Id">Fixed id of the image, the same in every environment.</param>
/// <param name="Alias">The name by which the plug-in finds it.</param>
/// <param name="Type">Before or after the operation.</param>
/// <param name="Columns">Logical names of its columns; empty for all.</param>
public sealed record ImageInfo(Guid Id, string Alias, ImageType Type, IReadOnlyList<string> Columns);
