using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Sdk.Tests;

[TestClass]
public sealed class InvalidPluginExecutionExceptionTests
{
    [TestMethod]
    public void A_refusal_fails_the_operation_unless_it_says_otherwise()
    {
        Assert.AreEqual(OperationStatus.Failed, new InvalidPluginExecutionException("no").Status);
        Assert.AreEqual(OperationStatus.Retry, new InvalidPluginExecutionException(OperationStatus.Retry, "later").Status);
    }

    [TestMethod]
    public void A_refusal_carries_its_sentence_code_and_cause()
    {
        var cause = new InvalidOperationException();
        var coded = new InvalidPluginExecutionException(OperationStatus.Canceled, 42, "Reopen the deal first.");

        Assert.AreEqual((OperationStatus.Canceled, 42, "Reopen the deal first."), (coded.Status, coded.ErrorCode, coded.Message));
        Assert.AreSame(cause, new InvalidPluginExecutionException("no", cause).InnerException);
    }
}
