using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CrmAddon.Local.Store;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Local.Tests.Store;

[TestClass]
public sealed class Gates
{
    [TestMethod]
    public void Threads_enter_one_at_a_time_in_the_order_in_which_they_came()
    {
        var gate = new Gate();
        List<int> entered = [];
        List<Thread> threads = [];
        using (gate.Enter())
        {
            for (var i = 0; i < 5; i++)
            {
                var number = i;
                var thread = new Thread(() =>
                {
                    using (gate.Enter())
                    {
                        entered.Add(number);
                    }
                });
                threads.Add(thread);
                thread.Start();
                Assert.IsTrue(SpinWait.SpinUntil(() => gate.Waiting == number + 1, 30_000));
            }

            Assert.IsEmpty(entered);
        }

        threads.ForEach(t => t.Join());
        CollectionAssert.AreEqual(Enumerable.Range(0, 5).ToList(), entered);
    }

    [TestMethod]
    public void The_thread_inside_may_enter_again_and_leaves_with_the_last_exit()
    {
        var gate = new Gate();
        var other = false;
        var thread = new Thread(() =>
        {
            using (gate.Enter())
            {
                other = true;
            }
        });

        using (gate.Enter())
        {
            thread.Start();
            Assert.IsTrue(SpinWait.SpinUntil(() => gate.Waiting == 1, 30_000));
            using (gate.Enter())
            {
                Assert.AreEqual(1, gate.Waiting);
            }

            Assert.IsFalse(Volatile.Read(ref other), "still inside");
        }

        thread.Join();
        Assert.IsTrue(other);
    }

    [TestMethod]
    public void Nothing_is_counted_twice_by_many_threads()
    {
        var gate = new Gate();
        var count = 0;
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                using (gate.Enter())
                {
                    count++;
                }
            }
        }))];

        System.Array.ForEach(threads, t => t.Start());
        System.Array.ForEach(threads, t => t.Join());

        Assert.AreEqual(16_000, count);
    }
}
