using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace Misdeclared;

public abstract class Silent : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}

[Step("22222222-0000-0000-0000-000000000001", Message = "Create", Table = "account")]
public sealed class First : Silent;

[Step("22222222-0000-0000-0000-000000000001", Message = "Create", Table = "contact")]
public sealed class SameIdAsFirst : Silent;

[Step("not a guid", Message = "Create", Table = "account")]
public sealed class NoGuid : Silent;

[Image("22222222-0000-0000-0000-000000000002", StepId = "22222222-0000-0000-0000-000000000001", Alias = "before")]
public sealed class ImageOfAnothersStep : Silent;

[Step("22222222-0000-0000-0000-000000000003", Message = "Update", Table = "account", Stage = (Stage)30)]
public sealed class UnknownStage : Silent;

[Step("22222222-0000-0000-0000-000000000004", Table = "account")]
public sealed class NoMessage : Silent;

[Step("22222222-0000-0000-0000-000000000005", Message = "Update", Table = "account", Stage = Stage.PreOperation, Mode = Mode.Asynchronous)]
public sealed class TooEarlyToWait : Silent;

[Step("22222222-0000-0000-0000-000000000006", Message = "Delete", Table = "account", Filter = "name")]
public sealed class FilterOnDelete : Silent;

[Step("22222222-0000-0000-0000-000000000007", Message = "Create", Table = "account", Stage = Stage.PreOperation)]
[Image("22222222-0000-0000-0000-000000000071", StepId = "22222222-0000-0000-0000-000000000007", Type = ImageType.Both)]
public sealed class ImpossibleImages : Silent;

[Step("22222222-0000-0000-0000-000000000008", Message = "Win", Table = "opportunity")]
[Image("22222222-0000-0000-0000-000000000081", StepId = "22222222-0000-0000-0000-000000000008", Alias = "before")]
public sealed class ImageOnWin : Silent;

[Step("22222222-0000-0000-0000-000000000009", Message = "Delete", Table = "account")]
[Image("22222222-0000-0000-0000-000000000091", StepId = "22222222-0000-0000-0000-000000000009", Type = ImageType.Post, Alias = "after")]
public sealed class ImageAfterDelete : Silent;

[Step("22222222-0000-0000-0000-00000000000a", Message = "Create", Table = "account")]
public sealed class NotAPlugin;

[Step("22222222-0000-0000-0000-00000000000b", Message = "Create", Table = "account")]
internal sealed class Hidden : Silent;

[Step("22222222-0000-0000-0000-00000000000c", Message = "Create", Table = "account")]
public sealed class NeedsMore(int what) : Silent
{
    public int What { get; } = what;
}

[Step("22222222-0000-0000-0000-00000000000d", Message = "Update", Filter = "name")]
public sealed class FilterOfEveryTable : Silent;

[Step("22222222-0000-0000-0000-00000000000e", Message = "Create", Table = "account", AsyncAutoDelete = true)]
public sealed class NoJobToDelete : Silent;

[CustomApi("cov_Twice")]
public sealed class OneOfTwo : Silent;

[CustomApi("cov_Twice")]
public sealed class TwoOfTwo : Silent;
